import type { HttpContext } from '@adonisjs/core/http'
import { cursorOf, type ListOrder } from '#http/lists/list_cursor'
import type { ListPage } from '#videos/keyset_query'

/**
 * A page of a list as the API tells it: `data`, and in `meta` how many there are and where it goes on, which `Link` says
 * too (RFC 8288).
 */
export function listJson<T>(
  ctx: HttpContext,
  page: ListPage<T>,
  told: { order: Pick<ListOrder, 'name'>; perPage: number; itemJson: (item: T) => unknown }
) {
  const next = cursorOf(told.order, page.next)
  linkNext(ctx, next)
  return {
    data: page.items.map(told.itemJson),
    meta: {
      limit: told.perPage,
      next_cursor: next,
      total: page.extent.n,
      is_total_exact: page.extent.isExact,
    },
  }
}

/** Says in `Link` where a list goes on behind a cursor, if it does. */
export function linkNext(ctx: HttpContext, next: string | null) {
  if (next) ctx.response.header('link', `<${addressAfter(ctx, next)}>; rel="next"`)
}

/** The same list, behind the cursor. */
function addressAfter({ request }: HttpContext, cursor: string): string {
  const query = new URLSearchParams(request.parsedUrl.query)
  query.set('after', cursor)
  return `${request.url()}?${query}`
}
