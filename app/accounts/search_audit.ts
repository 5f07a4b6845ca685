import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import type { AuditedAct } from '#accounts/audit_trail'

/** Which lines are wanted; what is left out does not narrow. */
export interface AuditFilter {
  /** As it was written then. */
  actor?: string
  /** Such as `job.cancelled`. */
  action?: string
  subjectType?: string
  subjectId?: string
  from?: Date
  before?: Date
  /** Beginnings of words, all of which must occur. */
  text?: string
}

export interface AuditLine extends AuditedAct {
  id: string
}

export interface AuditPage {
  lines: AuditLine[]
  /** Of the last line, where older ones follow; null: they do not. */
  nextAfter: string | null
}

/** As the index has it. */
const HAS_WORDS = `audit_words(actor, action, subject_type, subject_id, details)
  @@ to_tsquery('simple', ?)`
/** Of the newest lines, before the index of words is asked. */
const LOOKED_THROUGH = 2_000
const MAX_WORDS = 8
/** Of `bigint`, with room. */
const ID = /^\d{1,18}$/

/** A page of the audit, the newest first; `after` is the id of the last line of the page before. */
export async function searchAudit(
  filter: AuditFilter,
  page: { after?: string; limit: number }
): Promise<AuditPage> {
  const wanted = { ...page, limit: page.limit + 1 }
  const asked = tsqueryOf(filter.text)
  const found = await (asked === null
    ? newest(filter, wanted)
    : withWords(filter, { ...wanted, asked }))
  const lines = found.slice(0, page.limit).map(lineOf)
  return { lines, nextAfter: found.length > page.limit ? lines.at(-1)!.id : null }
}

type Row = Record<string, unknown>

interface Wanted {
  after?: string
  limit: number
}

function newest(filter: AuditFilter, { after, limit }: Wanted, trx?: TransactionClientContract) {
  const query = (trx ?? db.connection())
    .from('audit')
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit)
  narrow(query, filter)
  if (after && ID.test(after)) {
    query.whereRaw('(at, id) < (select at, id from audit where id = ?)', [after])
  }
  return query
}

/**
 * Postgres cannot tell how often a beginning of a word occurs, and reads a million lines for a rare one. So the newest
 * lines are looked through: where they fill the page it is done, else the word is rare enough for its own index.
 */
async function withWords(
  filter: AuditFilter,
  { asked, ...wanted }: Wanted & { asked: string }
): Promise<Row[]> {
  const recent = newest(filter, { ...wanted, limit: LOOKED_THROUGH }).as('audit')
  const common = await db.from(recent).whereRaw(HAS_WORDS, [asked]).limit(wanted.limit)
  if (common.length === wanted.limit) return common
  return db.transaction(async (trx) => {
    await trx.rawQuery(`set local enable_indexscan = off; set local work_mem = '64MB'`)
    return newest(filter, wanted, trx).whereRaw(HAS_WORDS, [asked])
  })
}

/** Names that occur in the audit, read from the index alone: at most so many. */
export function auditActions(): Promise<string[]> {
  return distinct('action')
}

export function auditActors(): Promise<string[]> {
  return distinct('actor')
}

const MAX_NAMES = 200

/** Postgres would read every line for `select distinct`; this jumps from one name to the next. */
async function distinct(column: 'action' | 'actor'): Promise<string[]> {
  const { rows } = await db.rawQuery(
    `with recursive names as (
       select min(${column}) as name from audit
       union all
       select (select min(${column}) from audit where ${column} > names.name) from names
       where names.name is not null
     ) select name from names where name is not null limit ${MAX_NAMES}`
  )
  return rows.map(({ name }: { name: string }) => name)
}

function narrow(query: DatabaseQueryBuilderContract, filter: AuditFilter) {
  const { actor, action, subjectType, subjectId, from, before } = filter
  query
    .if(actor, (one) => one.where('actor', actor!))
    .if(action, (one) => one.where('action', action!))
    .if(subjectType, (one) => one.where('subject_type', subjectType!))
    .if(subjectId, (one) => one.where('subject_id', subjectId!))
    .if(from, (one) => one.where('at', '>=', from!))
    .if(before, (one) => one.where('at', '<', before!))
}

/** Null: no word was given. Letters and digits alone mean nothing to `to_tsquery`. */
function tsqueryOf(text: string | undefined): string | null {
  const words = text?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return null
  const asked = words.slice(0, MAX_WORDS).map((word) => `${word}:*`)
  return asked.join(' & ')
}

function lineOf(row: Row): AuditLine {
  return {
    id: row.id as string,
    at: row.at as Date,
    actor: row.actor as string,
    via: row.via as AuditLine['via'],
    action: row.action as string,
    subjectType: row.subject_type as string,
    subjectId: row.subject_id as string | null,
    details: row.details as Record<string, unknown>,
  }
}
