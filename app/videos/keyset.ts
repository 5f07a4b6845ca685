import { DateTime } from 'luxon'

/** By what a list is ordered; its ids break ties. */
export interface SortKey {
  /** SQL over the row, with an index of (expression, id). */
  expression: string
  type: 'timestamptz' | 'text' | 'double precision' | 'bigint'
}

/** Where a page begins: behind the row (or, backward, before it) that had this value and id. */
export interface Cursor {
  value: string
  id: string
  isBackward: boolean
}

/** Of the rows of a table. */
export type IdType = 'integer' | 'uuid'

const IDS: Record<IdType, RegExp> = {
  integer: /^1?\d{1,9}$/,
  uuid: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
}
/** What Postgres reads without stumbling. */
const VALUES: Record<SortKey['type'], RegExp> = {
  'timestamptz':
    /^[1-9]\d{3}-[01]\d-[0-3]\d [0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?$/,
  'text': /^[^\0]{0,2000}$/,
  'double precision': /^-?\d{1,20}(\.\d{1,20})?(e[+-]?\d{1,2})?$/,
  'bigint': /^-?\d{1,18}$/,
}

/** As it stands in addresses. */
export function cursorText({ value, id }: Pick<Cursor, 'value' | 'id'>): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url')
}

/** @returns null for what is no cursor of such a list: people edit addresses */
export function readCursor(
  said: { after?: string; before?: string },
  of: { type: SortKey['type']; idType: IdType }
): Cursor | null {
  const text = said.before ?? said.after
  const [value, id] = text === undefined ? [] : parsed(text)
  const isWhole = typeof value === 'string' && typeof id === 'string'
  if (!isWhole || !isOfType(value, of.type) || !IDS[of.idType].test(id)) return null
  return { value, id, isBackward: said.before !== undefined }
}

function isOfType(value: string, type: SortKey['type']): boolean {
  if (!VALUES[type].test(value)) return false
  return type !== 'timestamptz' || DateTime.fromSQL(value).isValid // the calendar has it
}

function parsed(text: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return Array.isArray(parts) ? parts : []
  } catch {
    return []
  }
}
