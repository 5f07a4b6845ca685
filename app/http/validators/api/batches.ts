import vine from '@vinejs/vine'
import {
  id,
  paging,
  presetName,
  priority,
  text,
  wholeNumber,
  workerTags,
} from '#http/validators/api/rules'
import { videoFilterRules } from '#http/validators/api/video_filter'
import { VIDEO_STATUSES } from '#videos/video_status'

const MAX_CANARY = 10_000

/** `any` is every status; left out, the videos that were never processed. */
export const startBatchValidator = vine.create({
  status: vine.enum([...VIDEO_STATUSES, 'any'] as const).optional(),
  ...videoFilterRules(),
  search: text(200).minLength(1).optional(),
  tag: text(50).minLength(1).optional(),
  preset: presetName(),
  max_videos: id().optional(),
  canary_size: wholeNumber(0, MAX_CANARY).optional(),
  priority: priority().optional(),
  worker_tags: workerTags().optional(),
  dry_run: vine.boolean().optional(),
})

export const listBatchesValidator = vine.create(paging())

export const pauseValidator = vine.create({ reason: text(500).nullable().optional() })

export const priorityValidator = vine.create({ priority: priority() })
