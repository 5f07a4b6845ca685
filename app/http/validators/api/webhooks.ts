import vine from '@vinejs/vine'
import { text, wholeNumber } from '#http/validators/api/rules'
import { eventId } from '#http/validators/api/events'
import { EVENT_TYPE_NAMES } from '#events/event_types'
import { DELIVERY_STATUSES } from '#webhooks/delivery'

/** What they may be is the webhook's own to say. */
const types = () => vine.array(text(60)).minLength(1).maxLength(50)

export const createWebhookValidator = vine.create({
  url: text(2000),
  description: text(200).optional(),
  event_types: types().optional(),
  is_enabled: vine.boolean({ strict: true }).optional(),
})

/** What is left out stays. */
export const editWebhookValidator = vine.create({
  url: text(2000).optional(),
  description: text(200).optional(),
  event_types: types().optional(),
  is_enabled: vine.boolean({ strict: true }).optional(),
})

export const listDeliveriesValidator = vine.create({
  status: vine.enum(DELIVERY_STATUSES).optional(),
  type: vine.enum(EVENT_TYPE_NAMES).optional(),
  limit: wholeNumber(1, 100).optional(),
  after: eventId().optional(),
})

/** ISO 8601 with its zone; whether there is such a day the domain asks. */
const time = () =>
  vine.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/)

export const replayRangeValidator = vine.create({
  from_event: eventId().optional(),
  to_event: eventId().optional(),
  from: time().optional(),
  to: time().optional(),
  only_failed: vine.boolean({ strict: true }).optional(),
})
