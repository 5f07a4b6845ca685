import Video from '#videos/video'
import type { VideoStatus } from '#videos/video_status'

export interface VideoFilter {
  status?: VideoStatus
  /** Part of the title or of the file's name, in any case. */
  search?: string
  /** From 1. */
  page: number
  /** 1..100. */
  perPage: number
}

/** Videos, the newest first, a page at a time. */
export function listVideos(filter: VideoFilter) {
  return Video.query()
    .if(filter.status, (query) => query.where('status', filter.status!))
    .if(filter.search, (query) => query.where((any) => matching(any, filter.search!)))
    .orderBy('id', 'desc')
    .paginate(filter.page, filter.perPage)
}

function matching(query: ReturnType<typeof Video.query>, search: string) {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  return query.whereILike('title', pattern).orWhereILike('original_name', pattern)
}
