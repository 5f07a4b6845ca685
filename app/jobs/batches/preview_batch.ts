import Video from '#videos/video'
import { eligibleVideos } from '#jobs/batches/eligible_videos'
import { findPresetVersion } from '#presets/find_preset_version'
import { matchingVideos } from '#videos/matching_videos'
import type { BatchRequest } from '#jobs/batches/start_batch'

/** Why a video gets no job of a batch. */
export const LEFT_OUT_REASONS = {
  does_not_match: 'The filter does not mean it',
  already_active: 'A job of this preset waits or runs for it already',
  beyond_max_videos: 'Older videos take all of the places',
} as const
export type LeftOutReason = keyof typeof LEFT_OUT_REASONS

export interface BatchPreview {
  /** All videos that there are. */
  videos: number
  /** Jobs that would be started now. */
  jobs: number
  /** Every other video, by the first reason that holds; reasons that hold for none are missing. */
  leftOut: { reason: LeftOutReason; videos: number }[]
}

/** How many jobs a batch would have, and why other videos get none; starts nothing. @throws PresetNotFound */
export async function previewBatch(request: Omit<BatchRequest, 'by'>): Promise<BatchPreview> {
  const version = await findPresetVersion(request.preset)
  const [videos, matching, eligible] = await Promise.all([
    counted(Video.query()),
    counted(matchingVideos(request)),
    counted(eligibleVideos(request, version.id)),
  ])
  const jobs = Math.min(eligible, request.maxVideos ?? eligible)
  const leftOut: BatchPreview['leftOut'] = [
    { reason: 'does_not_match', videos: videos - matching },
    { reason: 'already_active', videos: matching - eligible },
    { reason: 'beyond_max_videos', videos: eligible - jobs },
  ]
  return { videos, jobs, leftOut: leftOut.filter((one) => one.videos > 0) }
}

async function counted(query: ReturnType<typeof Video.query>): Promise<number> {
  const [{ n }] = await query.count('* as n').pojo<{ n: number }>()
  return Number(n)
}
