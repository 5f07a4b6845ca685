import vine from '@vinejs/vine'
import { id, presetName } from '#http/validators/api/rules'
import { VIDEO_STATUSES } from '#videos/video_status'

export const startBatchValidator = vine.create({
  status: vine.enum(VIDEO_STATUSES).optional(),
  preset: presetName(),
  max_videos: id().optional(),
})
