import { validate } from 'uuid'
import Import, { type ImportStatus } from '#jobs/imports/import'
import { ImportNotFound } from '#jobs/imports/errors'
import { pageDown, type PageAfter } from '#videos/keyset_query'

/** @throws ImportNotFound, also for what is no id */
export async function findImport(id: string): Promise<Import> {
  const row = validate(id) ? await Import.find(id) : null
  if (!row) throw new ImportNotFound(id)
  return row
}

/** By what imports are walked; ids rise with time. */
export const IMPORTS_DOWN = {
  expression: 'created_at',
  type: 'timestamptz',
  idType: 'uuid',
} as const

/** The newest first, from one page to the next. */
export function walkImports({ status, ...page }: PageAfter & { status?: ImportStatus }) {
  const wanted = Import.query().if(status, (query) => query.where('status', status!))
  return pageDown(wanted, IMPORTS_DOWN, page)
}
