import vine from '@vinejs/vine'
import { id, wholeNumber } from '#http/validators/api/rules'
import { EVENT_TYPE_NAMES } from '#events/event_types'

const MOST_TYPES = EVENT_TYPE_NAMES.length

export const eventId = () => wholeNumber(0, Number.MAX_SAFE_INTEGER)

/** `job.failed,job.completed`, or the same name more than once. */
const types = () =>
  vine
    .array(vine.enum(EVENT_TYPE_NAMES))
    .maxLength(MOST_TYPES)
    .parse((value) =>
      value === undefined ? value : [value].flat().flatMap((one) => String(one).split(','))
    )

const filter = () => ({
  type: types().optional(),
  video_id: id().optional(),
  job_id: vine.string().uuid().optional(),
  batch_id: id().optional(),
})

export const listEventsValidator = vine.create({
  ...filter(),
  sort: vine.enum(['id', '-id']).optional(),
  limit: wholeNumber(1, 100).optional(),
  after: eventId().optional(),
})

export const streamEventsValidator = vine.create({ ...filter(), after: eventId().optional() })
