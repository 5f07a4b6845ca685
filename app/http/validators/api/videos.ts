import vine from '@vinejs/vine'
import { paging, presetName, text } from '#http/validators/api/rules'
import { VIDEO_STATUSES } from '#videos/video_status'

export const listVideosValidator = vine.create({
  status: vine.enum(VIDEO_STATUSES).optional(),
  search: text(200).optional(),
  ...paging(),
})

/** The fields beside the file. */
export const uploadValidator = vine.create({
  title: text(255).optional(),
  preset: presetName().optional(),
})
