import vine from '@vinejs/vine'
import { paging, presetName, priority, text } from '#http/validators/api/rules'
import { videoFilterRules } from '#http/validators/api/video_filter'
import { VIDEO_STATUSES } from '#videos/video_status'

export const listVideosValidator = vine.create({
  status: vine.enum(VIDEO_STATUSES).optional(),
  ...videoFilterRules(),
  ...paging(),
})

/** The fields beside the file. */
export const uploadValidator = vine.create({
  title: text(255).optional(),
  preset: presetName().optional(),
  priority: priority().optional(),
})

const LONG = 1_000

/** The shape alone: what titles and tags may be, edit_video.ts says in words. */
export const editVideoValidator = vine.create({
  title: vine.string().maxLength(LONG).nullable().optional(),
  tags: vine.array(vine.string().maxLength(LONG)).maxLength(LONG).optional(),
})
