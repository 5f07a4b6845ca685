import vine from '@vinejs/vine'
import { id, text, wholeNumber } from '#http/validators/api/rules'
import { metadataFilter, videoFilterRules } from '#http/validators/api/video_filter'
import { SWEEP_ACTIONS } from '#jobs/sweeps/sweep'
import { VIDEO_STATUSES } from '#videos/video_status'

const MAX_IDS = 10_000
const MAX_VIDEOS = 100_000_000

function filter() {
  const { ids, ...rules } = videoFilterRules()
  const status = vine.enum(VIDEO_STATUSES).optional()
  return vine.object({ status, ...rules, metadata: metadataFilter().optional() })
}

/** Which videos: see video_choice.ts, which looks that it is said in one way. */
export const startSweepValidator = vine.create({
  action: vine.enum(SWEEP_ACTIONS),
  tag: text(1_000).optional(),
  ids: vine.array(id()).minLength(1).maxLength(MAX_IDS).optional(),
  filter: filter().optional(),
  all: vine.accepted().optional(),
  expected: wholeNumber(0, MAX_VIDEOS).optional(),
  dry_run: vine.boolean().optional(),
})
