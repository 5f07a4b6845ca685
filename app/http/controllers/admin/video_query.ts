import type { HttpContext } from '@adonisjs/core/http'
import { addressWith, oneOf, text } from '#http/controllers/admin/page_query'
import type { VideoSort } from '#videos/list_videos'
import { readTime } from '#videos/said_time'
import { VIDEO_STATUSES } from '#videos/video_status'
import type { VideoFilter } from '#videos/matching_videos'

const MB = 1e6
const MINUTE_S = 60
const MAX_ID = 2_147_483_647
const MOST = Number.MAX_SAFE_INTEGER
const ARCHIVED = ['only', 'any'] as const

/** What each field of the Videos page says; what makes no sense says nothing. */
const FIELDS = {
  status: (said) => ({ status: oneOf(VIDEO_STATUSES, said) }),
  search: (search) => ({ search }),
  tag: (tag) => ({ tag }),
  codec: (codec) => ({ codec }),
  lacks: (lacksPreset) => ({ lacksPreset }),
  min_mb: (said) => ({ minSizeBytes: scaled(said, MB) }),
  max_mb: (said) => ({ maxSizeBytes: scaled(said, MB) }),
  min_minutes: (said) => ({ minDurationS: scaled(said, MINUTE_S) }),
  max_minutes: (said) => ({ maxDurationS: scaled(said, MINUTE_S) }),
  from: (said) => ({ addedFrom: readTime(said) ? said : undefined }),
  to: (said) => ({ addedTo: readTime(said) ? said : undefined }),
  uploader: (said) => ({ uploadedBy: idOf(said) }),
  archived: (said) => ({ archived: oneOf(ARCHIVED, said) }),
} satisfies Record<string, (said: string) => VideoFilter>

export type VideoField = keyof typeof FIELDS

export interface VideoQuery {
  filter: VideoFilter
  /** What was said and makes sense, by its field: for the next address. */
  said: Partial<Record<VideoField, string>>
  order: VideoOrder
}

/** How the page can be sorted, in the words of its addresses. */
export const ORDERS = {
  newest: { sort: 'created', isDescending: true, title: 'Newest first' },
  oldest: { sort: 'created', isDescending: false, title: 'Oldest first' },
  title: { sort: 'title', isDescending: false, title: 'Title, A to Z' },
  title_back: { sort: 'title', isDescending: true, title: 'Title, Z to A' },
  longest: { sort: 'duration', isDescending: true, title: 'Longest first' },
  shortest: { sort: 'duration', isDescending: false, title: 'Shortest first' },
  largest: { sort: 'size', isDescending: true, title: 'Largest first' },
  smallest: { sort: 'size', isDescending: false, title: 'Smallest first' },
} as const satisfies Record<string, { sort: VideoSort; isDescending: boolean; title: string }>
export type VideoOrder = keyof typeof ORDERS

/** What the address of the Videos page asks for. */
export function videoQuery({ request }: Pick<HttpContext, 'request'>): VideoQuery {
  const filter: VideoFilter = {}
  const said: VideoQuery['said'] = {}
  for (const field of Object.keys(FIELDS) as VideoField[]) {
    const value = text(request.input(field))?.replaceAll('\0', '')
    const meant = value ? FIELDS[field](value) : {}
    if (Object.values(meant).every((one) => one === undefined)) continue
    Object.assign(filter, meant)
    said[field] = value
  }
  const order = oneOf(Object.keys(ORDERS) as VideoOrder[], request.input('sort')) ?? 'newest'
  return { filter, said, order }
}

/** The address of the same list, changed; null takes a part out. Any change begins at the first page. */
export function videosAddress(
  { said, order }: VideoQuery,
  change: Record<string, string | null> = {}
): string {
  const sort = order === 'newest' ? null : order
  return addressWith('/videos', { ...said, sort, ...change })
}

function scaled(said: string, unit: number): number | undefined {
  const number = Number(said) * unit
  return Number.isFinite(number) && number >= 0 && number <= MOST ? Math.round(number) : undefined
}

function idOf(said: string): number | undefined {
  const id = Number(said)
  return Number.isInteger(id) && id > 0 && id <= MAX_ID ? id : undefined
}
