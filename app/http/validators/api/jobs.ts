import vine from '@vinejs/vine'
import { id, paging, presetName } from '#http/validators/api/rules'
import { JOB_STATUSES } from '#jobs/job_state'

export const startJobValidator = vine.create({ preset: presetName() })

export const listJobsValidator = vine.create({
  status: vine.enum(JOB_STATUSES).optional(),
  video_id: id().optional(),
  batch_id: id().optional(),
  ...paging(),
})
