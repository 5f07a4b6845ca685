import vine from '@vinejs/vine'
import {
  id,
  paging,
  presetName,
  priority,
  sorts,
  text,
  workerTags,
} from '#http/validators/api/rules'
import { time } from '#http/validators/api/video_filter'
import { LANES } from '#jobs/lanes/lane'
import { JOB_STATUSES } from '#jobs/job_state'

/** A preset, or an operation with parameters; the operation itself checks those. */
export const startJobValidator = vine.create({
  preset: presetName().optional().requiredIfMissing('operation'),
  operation: vine.string().maxLength(32).optional(),
  parameters: vine.object({}).allowUnknownProperties().optional(),
  priority: priority().optional(),
  worker_tags: workerTags().optional(),
})

export const listJobsValidator = vine.create({
  status: vine.enum(JOB_STATUSES).optional(),
  video_id: id().optional(),
  batch_id: id().optional(),
  cause: text(63).optional(),
  preset: presetName().optional(),
  lane: vine.enum(LANES).optional(),
  worker: text(200).optional(),
  asked_from: time().optional(),
  asked_to: time().optional(),
  ended_from: time().optional(),
  ended_to: time().optional(),
  sort: sorts('created_at').optional(),
  ...paging(),
})
