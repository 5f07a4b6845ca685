import { matchingVideos, type VideoFilter } from '#videos/matching_videos'

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
