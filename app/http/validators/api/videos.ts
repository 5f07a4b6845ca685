import vine from '@vinejs/vine'
import { paging, presetName, priority, sorts, text } from '#http/validators/api/rules'
import { metadataFilter, videoFilterRules } from '#http/validators/api/video_filter'
import { DUPLICATE_POLICIES } from '#videos/same_bytes'
import { VIDEO_STATUSES } from '#videos/video_status'

export const listVideosValidator = vine.create({
  status: vine.enum(VIDEO_STATUSES).optional(),
  ...videoFilterRules(),
  metadata: metadataFilter().optional(),
  sort: sorts('created_at', 'title', 'duration_seconds', 'size_bytes').optional(),
  ...paging(),
})

const duplicate = () => vine.enum(DUPLICATE_POLICIES).optional()

/** The fields beside the file. */
export const uploadValidator = vine.create({
  title: text(255).optional(),
  preset: presetName().optional(),
  priority: priority().optional(),
  duplicate: duplicate(),
})

/** What the address says of a file that comes with it. */
export const uploadQueryValidator = vine.create({ duplicate: duplicate() })

const LONG = 1_000

/** The shape alone: what titles, tags and metadata may be, edit_video.ts says in words. */
export const editVideoValidator = vine.create({
  title: vine.string().maxLength(LONG).nullable().optional(),
  tags: vine.array(vine.string().maxLength(LONG)).maxLength(LONG).optional(),
  metadata: vine.record(vine.string().maxLength(LONG).nullable()).maxLength(LONG).optional(),
})
