import vine from '@vinejs/vine'
import { wholeNumber } from '#http/validators/api/rules'
import { LANE_NAMES } from '#jobs/lanes/find_lane'
import { WINDOW_ENDS } from '#jobs/windows/work_window'

const clock = () => vine.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const fields = () => ({
  lane: vine.enum(LANE_NAMES),
  days: vine.array(wholeNumber(1, 7)).minLength(1).maxLength(7),
  from: clock(),
  to: clock(),
  time_zone: vine.string().maxLength(64),
  at_end: vine.enum(WINDOW_ENDS),
})

/** Times as `22:00`; days 1 Monday to 7 Sunday. */
export const workWindowForm = vine.create({ ...fields(), is_enabled: vine.boolean().optional() })

export const switchForm = vine.create({ is_enabled: vine.boolean() })
