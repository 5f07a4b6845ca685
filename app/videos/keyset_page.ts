import db from '@adonisjs/lucid/services/db'
import { cursorText, type Cursor, type IdType, type SortKey } from '#videos/keyset'

/** A select as knex words it. */
export interface Selection {
  sql: string
  bindings: readonly unknown[]
}

/** A list that may have a million rows. */
export interface KeysetList {
  table: 'videos' | 'jobs'
  idType: IdType
  sort: SortKey
  isDescending: boolean
  /** Conditions that an index orders by the sort: a walk through it passes no other rows. */
  ordered: Selection
  /** Rows of the list, by all conditions, of the table by its name. */
  matching: Selection
  /** Known without counting; null: to be found out. */
  total: number | null
  /** Rows in the table: few are simply counted. */
  tableRows: number
}

/** How many rows a list has; estimated by the planner where they are too many to count for a page. */
export interface Extent {
  n: number
  isExact: boolean
}

export interface KeysetPage<T = string | number> {
  /** In the order of the list. */
  items: T[]
  /** Of the pages before and after; null: there is none. */
  previous: string | null
  next: string | null
  extent: Extent
}

/** Which page. */
export interface Position {
  cursor: Cursor | null
  perPage: number
  /** Behind the last row there is nothing, rather than the first page again, which people like better. */
  isEndEmpty?: boolean
}

/** Tables up to this size are read as they are. */
const FEW_ROWS = 10_000
/** Rows that a search for a page passes along the order before it asks the indexes of the filter instead. */
const WALK = 5_000
/** Where the planner expects no more, the walk would most likely be in vain. */
const SELDOM = 2_500

/**
 * Ids of one page. A filter that fits often fills the page within a short walk along the order; one that fits seldom has so
 * few rows that all of them can be found by their own index and sorted. Which of the two it is nobody has to guess.
 */
export async function keysetPage(list: KeysetList, at: Position): Promise<KeysetPage> {
  const page = await rowsAt(list, at)
  const isShortBack = at.cursor?.isBackward === true && page.rows.length <= at.perPage
  if (at.cursor && !at.isEndEmpty && (isShortBack || page.rows.length === 0)) {
    return keysetPage(list, { ...at, cursor: null })
  }
  const extent = await extentOf(list, page)
  return { ...cutPage(page.rows, at), extent }
}

interface Row {
  id: string | number
  value: string
}

interface Found {
  rows: Row[]
  /** All that match, where they were looked at. */
  total: number | null
  expected?: number
}

async function rowsAt(list: KeysetList, at: Position): Promise<Found> {
  if (list.tableRows <= FEW_ROWS) return byOwnIndex(list, at)
  const expected = list.total ?? (await estimate(list.matching))
  if (expected <= SELDOM) return byOwnIndex(list, at)
  const rows = await alongOrder(list, at)
  const isFound = rows.length > at.perPage || (await isWalkWhole(list, at))
  return isFound ? { rows, total: null, expected } : byOwnIndex(list, at)
}

/** The name of the table stands for the rows that are walked. */
async function alongOrder(list: KeysetList, { cursor, perPage }: Position): Promise<Row[]> {
  const walk = walkOf(list, cursor)
  const { rows } = await db.rawQuery(
    `with ${list.table} as (select * from ${walk.sql})
     select id, (${list.sort.expression})::text as value from (${list.matching.sql}) as ${list.table}
     ${orderOf(list, cursor)} limit ${perPage + 1}`,
    [...walk.bindings, ...list.matching.bindings] as never
  )
  return rows
}

/** Whether the walk came to the end of the table. */
async function isWalkWhole(list: KeysetList, { cursor }: Position): Promise<boolean> {
  const walk = walkOf(list, cursor)
  const { rows } = await db.rawQuery(
    `select count(*) as n from (select from ${walk.sql}) as walked`,
    walk.bindings as never
  )
  return rows[0].n < WALK
}

function walkOf(list: KeysetList, cursor: Cursor | null): Selection {
  const behind = behindOf(list, cursor)
  const { sql, bindings } = list.ordered
  return {
    sql: `${list.table} where ${sql} and ${behind.sql} ${orderOf(list, cursor)} limit ${WALK}`,
    bindings: [...bindings, ...behind.bindings],
  }
}

async function byOwnIndex(list: KeysetList, { cursor, perPage }: Position): Promise<Found> {
  const behind = behindOf(list, cursor, 'key')
  const { rows } = await db.rawQuery(
    `with found as materialized (
       select id, ${list.sort.expression} as key from (${list.matching.sql}) as ${list.table})
     select id, key::text as value, (select count(*) from found) as total from found
     where ${behind.sql} ${orderOf(list, cursor, 'key')} limit ${perPage + 1}`,
    [...list.matching.bindings, ...behind.bindings] as never
  )
  return { rows, total: rows.length > 0 ? rows[0].total : cursor ? null : 0 }
}

function behindOf(list: KeysetList, cursor: Cursor | null, key = list.sort.expression): Selection {
  if (!cursor) return { sql: 'true', bindings: [] }
  const sign = list.isDescending === cursor.isBackward ? '>' : '<'
  const { idType, sort } = list
  return {
    sql: `(${key}, id) ${sign} (?::${sort.type}, ?::${idType})`,
    bindings: [cursor.value, cursor.id],
  }
}

function orderOf(list: KeysetList, cursor: Cursor | null, key = list.sort.expression): string {
  const direction = list.isDescending === Boolean(cursor?.isBackward) ? 'asc' : 'desc'
  return `order by ${key} ${direction}, id ${direction}`
}

/** One row more than the page was asked for: whether there is one is known by it. */
function cutPage(found: Row[], { cursor, perPage }: Position): Omit<KeysetPage, 'extent'> {
  const isBackward = Boolean(cursor?.isBackward)
  const kept = found.slice(0, perPage)
  const rows = isBackward ? kept.toReversed() : kept
  const hasMore = found.length > perPage
  const [hasPrevious, hasNext] = isBackward ? [hasMore, true] : [cursor !== null, hasMore]
  return {
    items: rows.map(({ id }) => id),
    previous: hasPrevious && rows.length > 0 ? cursorText(textOf(rows[0])) : null,
    next: hasNext && rows.length > 0 ? cursorText(textOf(rows.at(-1)!)) : null,
  }
}

function textOf({ id, value }: Row) {
  return { id: String(id), value }
}

async function extentOf(list: KeysetList, page: Found): Promise<Extent> {
  const known = list.total ?? page.total
  if (known !== null) return { n: known, isExact: true }
  const expected = page.expected ?? (await estimate(list.matching))
  return { n: Math.max(expected, page.rows.length), isExact: false }
}

/** What the planner expects, by its statistics. */
export async function estimate({ sql, bindings }: Selection): Promise<number> {
  const { rows } = await db.rawQuery(`explain (format json) ${sql}`, bindings as never)
  return Math.round(rows[0]['QUERY PLAN'][0]['Plan']['Plan Rows'])
}
