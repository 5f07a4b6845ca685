import { requireOneOf } from '#app/terminal/one_of'
import { MAX_COUNT, requireWholeNumber } from '#app/terminal/whole_number'
import { PRIORITIES } from '#jobs/life/set_priority'
import { VIDEO_STATUSES } from '#videos/video_status'
import { workerTagsFlag } from '#app/terminal/worker_tags_flag'
import type { BatchRequest } from '#jobs/batches/start_batch'

const MAX_DAYS = 36_500

/** The flags that choose the videos of a batch. */
export interface BatchFlags {
  preset: string
  status?: string
  search?: string
  tag?: string
  lacksPreset?: string
  olderThan?: number
  maxVideos?: number
  canary?: number
  priority?: number
  workerTags?: string
  idempotencyKey?: string
}

/** What `--batch` asks for; without `--status` the videos that were never processed. @throws WrongUsage */
export function batchRequest(flags: BatchFlags): Omit<BatchRequest, 'by'> {
  checkNumbers(flags)
  const { preset, search, tag, lacksPreset, priority, idempotencyKey } = flags
  const status = requireOneOf('--status', flags.status ?? 'pending', [...VIDEO_STATUSES, 'any'])
  return {
    ...{ preset, search, tag, lacksPreset, priority, idempotencyKey },
    status: status === 'any' ? undefined : status,
    olderThanDays: flags.olderThan,
    maxVideos: flags.maxVideos ?? null,
    canarySize: flags.canary,
    workerTags: workerTagsFlag(flags.workerTags),
  }
}

function checkNumbers({ maxVideos, canary, olderThan, priority }: BatchFlags) {
  requireWholeNumber('--max-videos', maxVideos, { min: 1, max: MAX_COUNT })
  requireWholeNumber('--canary', canary, { min: 0, max: MAX_COUNT })
  requireWholeNumber('--older-than', olderThan, { min: 0, max: MAX_DAYS })
  requireWholeNumber('--priority', priority, PRIORITIES)
}
