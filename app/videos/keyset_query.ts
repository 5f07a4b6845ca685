import db from '@adonisjs/lucid/services/db'
import type { LucidModel, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { cursorText, readCursor, type IdType, type SortKey } from '#videos/keyset'
import type { Extent } from '#videos/keyset_page'

/** By what a list of few enough rows to be counted goes down: an index has it in this order. */
export interface DownBy extends SortKey {
  idType: IdType
}

/** Where a page begins, and how long it is. */
export interface PageAfter {
  /** Cursor of an earlier page; what is none of this list is passed over. */
  after?: string
  perPage: number
}

/** Part of a list. */
export interface ListPage<T> {
  items: T[]
  /** Cursor of the page after it; null: there is none. */
  next: string | null
  extent: Extent
}

/** A page of what a query matches, from the greatest value down; equal ones by id. */
export async function pageDown<M extends LucidModel>(
  query: ModelQueryBuilderContract<M>,
  by: DownBy,
  { after, perPage }: PageAfter
): Promise<ListPage<InstanceType<M>>> {
  const cursor = readCursor({ after }, by)
  const { total } = await db.from(query.clone().as('counted')).count('* as total').first()
  const behind = `(${by.expression}, id) < (?::${by.type}, ?::${by.idType})`
  const rows = await query
    .select('*', db.raw(`(${by.expression})::text as keyset_value`))
    .if(cursor, (rest) => rest.whereRaw(behind, [cursor!.value, cursor!.id]))
    .orderByRaw(`${by.expression} desc, id desc`)
    .limit(perPage + 1)
  const items = rows.slice(0, perPage)
  const extent = { n: Number(total), isExact: true }
  return { items, next: rows.length > perPage ? cursorOf(items.at(-1)!) : null, extent }
}

function cursorOf(row: InstanceType<LucidModel>): string {
  return cursorText({ value: row.$extras.keyset_value, id: String(row.$primaryKeyValue) })
}
