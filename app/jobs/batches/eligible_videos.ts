import { matchingVideos, type VideoFilter } from '#videos/matching_videos'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** A query for the videos of a filter that are not being processed with the preset's version already. */
export function eligibleVideos(
  filter: VideoFilter,
  versionId: number,
  trx?: TransactionClientContract
) {
  return matchingVideos(filter, trx).whereNotExists((active) =>
    active
      .from('jobs')
      .whereColumn('jobs.video_id', 'videos.id')
      .where('jobs.preset_version_id', versionId)
      .whereIn('jobs.status', ['queued', 'running'])
  )
}
