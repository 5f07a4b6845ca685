import Video from '#videos/video'
import { keysetPage, type KeysetList, type KeysetPage, type Selection } from '#videos/keyset_page'
import { matchingVideos, type VideoFilter } from '#videos/matching_videos'
import { readCursor, type SortKey } from '#videos/keyset'
import { sumOfTallies, tallies } from '#videos/tallies'

export interface VideoPage {
  /** From 1. */
  page: number
  /** 1..100. */
  perPage: number
}

/** Videos, the newest first, a page at a time. */
export function listVideos({ page, perPage, ...filter }: VideoFilter & VideoPage) {
  return matchingVideos(filter).orderBy('id', 'desc').paginate(page, perPage)
}

/** By what videos can be sorted, and the way that people expect first. */
export const VIDEO_SORTS = {
  created: { expression: 'created_at', type: 'timestamptz', isDescending: true },
  title: { expression: 'lower(title)', type: 'text', isDescending: false },
  duration: { expression: 'duration_s', type: 'double precision', isDescending: true },
  size: { expression: 'size_bytes', type: 'bigint', isDescending: true },
} as const satisfies Record<string, SortKey & { isDescending: boolean }>
export type VideoSort = keyof typeof VIDEO_SORTS

export interface VideoWalk {
  filter: VideoFilter
  sort: VideoSort
  /** Left out: as people expect of the sort. */
  isDescending?: boolean
  /** Cursors of an earlier page; what is none of this list is passed over. */
  after?: string
  before?: string
  perPage: number
  /** See Position. */
  isEndEmpty?: boolean
}

/** Videos without what the probe saw and an analysis found, from one page to the next, however many there are. */
export async function walkVideos(walk: VideoWalk): Promise<KeysetPage<Video>> {
  const list = await keysetListOf(walk)
  const cursor = readCursor(walk, { ...list.sort, idType: list.idType })
  const { perPage, isEndEmpty } = walk
  const page = await keysetPage(list, { cursor, perPage, isEndEmpty })
  return { ...page, items: await inOrder(page.items as number[]) }
}

async function keysetListOf({ filter, sort, isDescending }: VideoWalk): Promise<KeysetList> {
  const counted = await tallies('videos')
  const by = VIDEO_SORTS[sort]
  return {
    ...{ table: 'videos', idType: 'integer', sort: by },
    isDescending: isDescending ?? by.isDescending,
    ordered: orderedBy(filter, sort),
    matching: selectionOf(filter),
    total: await knownTotal(filter, counted),
    tableRows: sumOfTallies(counted).n,
  }
}

/** All that match, as SQL. */
export function selectionOf(filter: VideoFilter): Selection {
  const { sql, bindings } = matchingVideos(filter).toSQL()
  return { sql, bindings }
}

const STATES = {
  listed: 'archived_at is null and deletion_requested_at is null',
  only: 'archived_at is not null and deletion_requested_at is null',
  any: 'deletion_requested_at is null',
}

/** What the index of the sort holds in one piece; of the newest first there are indexes of several columns. */
function orderedBy(filter: VideoFilter, sort: VideoSort): Selection {
  const sql = STATES[filter.archived ?? 'listed']
  const [column, value] = [
    ['status', filter.status],
    ['video_codec', filter.codec],
    ['uploaded_by', filter.uploadedBy],
  ].find(([, said]) => said !== undefined) ?? ['']
  if (sort !== 'created' || column === '' || filter.archived) return { sql, bindings: [] }
  return { sql: `${sql} and ${column} = ?`, bindings: [value] }
}

/** Kept counts tell how many there are of everything, of a status or of a tag. */
async function knownTotal(filter: VideoFilter, counted: Awaited<ReturnType<typeof tallies>>) {
  const said = Object.entries(filter).filter(([, value]) => value !== undefined)
  if (said.length > 1) return null
  const of = (key: string) => counted.find((one) => one.key === key)?.n ?? 0
  if (said.length === 0) return sumOfTallies(counted).n - of('archived')
  if (filter.status) return of(filter.status)
  if (filter.archived === 'only') return of('archived')
  if (filter.tag) return (await tallies('tags')).find(({ key }) => key === filter.tag)?.n ?? 0
  return null
}

async function inOrder(ids: number[]): Promise<Video[]> {
  const videos = await Video.query().select(listColumns()).whereIn('id', ids)
  const byId = new Map(videos.map((video) => [video.id, video]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** What the probe saw is long, and no list shows it. */
function listColumns(): string[] {
  const columns = [...Video.$columnsDefinitions.values()].map(({ columnName }) => columnName)
  return columns.filter((name) => name !== 'media_info' && name !== 'analysis')
}
