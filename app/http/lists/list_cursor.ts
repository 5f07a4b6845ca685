import { Exception } from '@adonisjs/core/exceptions'
import { readCursor, type IdType, type SortKey } from '#videos/keyset'

const DEFAULT_LIMIT = 25

/** Said in the address of a list. */
export interface AskedPage {
  limit?: number
  after?: string
}

/** The order of a list, under the name that cursors carry: one of another order leads nowhere. */
export interface ListOrder {
  name: string
  type: SortKey['type']
  idType: IdType
}

class CursorRefused extends Exception {
  static status = 422
  static code = 'E_VALIDATION'

  readonly messages: { field: string; message: string; rule: string }[]

  constructor(cursor: string) {
    const message = `"${cursor.slice(0, 80)}" is no cursor of this list and sort: take meta.next_cursor of its last page, or leave it out`
    super(message)
    this.messages = [{ field: 'after', message, rule: 'cursor' }]
  }
}

/** Which page is meant, in the words of the domain. @throws CursorRefused */
export function pageAfter({ limit = DEFAULT_LIMIT, after }: AskedPage, order: ListOrder) {
  if (after === undefined) return { perPage: limit }
  const [name, cursor] = after.split('.')
  const isOfList = name === order.name && readCursor({ after: cursor }, order) !== null
  if (!isOfList) throw new CursorRefused(after)
  return { perPage: limit, after: cursor }
}

/** A cursor as clients send it back. */
export function cursorOf(order: Pick<ListOrder, 'name'>, next: string | null): string | null {
  return next && `${order.name}.${next}`
}
