import { matchingVideos, type VideoFilter } from '#videos/matching_videos'

/** How many videos fit, counted one by one. */
export async function countVideos(filter: VideoFilter): Promise<number> {
  const [{ n }] = await matchingVideos(filter).count('* as n').pojo<{ n: number }>()
  return Number(n)
}
