import Job from '#jobs/job'
import { transientCauses } from '#jobs/failure_causes'
import { MAX_AUTOMATIC_ATTEMPTS } from '#jobs/life/retry_policy'
import { matchingVideos } from '#videos/matching_videos'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** Which failed jobs are meant; what is left out does not narrow. */
export interface DeadLetterFilter {
  jobIds?: string[]
  videoIds?: number[]
  /** Code of the failure. */
  cause?: string
  batchId?: number
  /** Part of the video's title or of its file's name, in any case. */
  search?: string
  /** Name of the preset, in any version. */
  preset?: string
  /** Only causes that a retry can cure, and not too often already. */
  isTransientOnly?: boolean
}

/** A query for the jobs that failed for good and that nobody dismissed, in no order. */
export function deadLetters(filter: DeadLetterFilter, trx?: TransactionClientContract) {
  const { jobIds, videoIds, cause, batchId, search, preset, isTransientOnly } = filter
  return Job.query({ client: trx })
    .where('status', 'failed')
    .whereNull('dismissed_at')
    .if(jobIds, (query) => query.whereRaw('id = any(?::uuid[])', [jobIds!]))
    .if(videoIds, (query) => query.whereRaw('video_id = any(?::int[])', [videoIds!]))
    .if(cause, (query) => query.where('failure_cause', cause!))
    .if(batchId, (query) => query.where('batch_id', batchId!))
    .if(search, (query) =>
      query.whereIn('video_id', matchingVideos({ search, archived: 'any' }, trx).select('id'))
    )
    .if(preset, (query) => query.whereRaw(OF_PRESET, [preset!]))
    .if(isTransientOnly, (query) =>
      query
        .whereIn('failure_cause', transientCauses())
        .where('attempt_count', '<', MAX_AUTOMATIC_ATTEMPTS)
    )
}

const OF_PRESET = `preset_version_id in (
  select preset_versions.id from preset_versions
  join presets on presets.id = preset_versions.preset_id
  where presets.name = ?)`
