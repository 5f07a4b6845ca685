import type { HttpContext } from '@adonisjs/core/http'

const DAY_MS = 86_400_000
const MAX_PAGE = 100_000
const MAX_TEXT_LENGTH = 200
/** A title of 255 characters stands in some. */
const MAX_CURSOR = 3_000

/** Reads what addresses say; what makes no sense there counts as not said. */
export function pageNumber({ request }: HttpContext): number {
  const page = Number(request.input('page', 1))
  return Number.isInteger(page) && page > 0 ? Math.min(page, MAX_PAGE) : 1
}

export function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((one) => one === value)
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value.trim().slice(0, MAX_TEXT_LENGTH) || undefined : undefined
}

/** Where a page of a long list begins: after or before a row of another page. */
export function cursorsIn({ request }: HttpContext): (string | undefined)[] {
  return ['after', 'before'].map((name) => {
    const value: unknown = request.input(name)
    return typeof value === 'string' && value.length <= MAX_CURSOR ? value || undefined : undefined
  })
}

/** A day such as `2026-11-21`, in UTC. */
export function day(value: unknown): { name: string; from: Date; before: Date } | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined
  const from = new Date(`${value}T00:00:00Z`)
  const isReal = !Number.isNaN(from.getTime()) && from.toISOString().startsWith(value)
  if (!isReal) return undefined // the 31st of February is the 2nd of March elsewhere
  return { name: value, from, before: new Date(from.getTime() + DAY_MS) }
}

/** The last so many days, 1 to 365, UTC and today included: as statistics count them. */
export function lastDays(value: unknown): { name: string; from: Date; before: Date } | undefined {
  const days = Number(value)
  if (!Number.isInteger(days) || days < 1 || days > 365) return undefined
  const before = new Date(Math.ceil((Date.now() + 1) / DAY_MS) * DAY_MS)
  return { name: String(days), from: new Date(before.getTime() - days * DAY_MS), before }
}

/** The same address with other parameters; null takes one out. Changing a filter begins at page 1. */
export function addressWith(
  path: string,
  query: Record<string, string | number | null | undefined>
) {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined) search.set(name, String(value))
  }
  return search.size > 0 ? `${path}?${search}` : path
}
