import type { Schema } from '#http/openapi/described'
import * as s from '#http/openapi/schemas'
import { EVENT_TYPE_NAMES } from '#events/event_types'
import { DELIVERY_STATUSES } from '#webhooks/delivery'

const webhook = {
  id: s.whole('The webhook', 1),
  url: s.text('Where events are sent', 'https://example.com/mediakeep'),
  description: s.text('For people', 'The website'),
  event_types: s.listOf(s.text('A type, or `*`', 'job.completed'), 'What it is told of'),
  is_enabled: s.flag('Whether events are sent', true),
  state: s.oneOf('`stopped`: Mediakeep turned it off', ['working', 'failing', 'stopped', 'off']),
  failing_since: s.nullable(s.moment('When the first of its failures in a row was')),
  failure_count: s.whole('Failed tries since then', 0),
  stopped_at: s.nullable(s.moment('When Mediakeep turned it off')),
  stop_reason: s.nullable(s.text('Why', 'It took nothing for 5 days, in 40 tries')),
  former_secret_until: s.nullable(s.moment('Until then the secret before signs too')),
  created_at: s.moment('When it was made'),
  updated_at: s.moment('When it last changed'),
  links: s.object({
    self: s.href('The webhook', '/api/v1/webhooks/1'),
    deliveries: s.href('What was sent to it', '/api/v1/webhooks/1/deliveries'),
  }),
}

const delivery = {
  id: s.whole('The delivery', 1),
  webhook_id: s.whole('To whom', 1),
  message_id: s.text('The header `webhook-id`, the same in each try', 'evt_812'),
  event_id: s.whole('Of what', 812),
  event_type: s.oneOf('What happened', EVENT_TYPE_NAMES),
  video_id: s.nullable(s.whole('Its video', 1)),
  job_id: s.nullable(s.uuid('Its job')),
  status: s.oneOf('What became of it', DELIVERY_STATUSES),
  attempt_count: s.whole('Tries so far', 1),
  last_status: s.nullable(s.whole('HTTP status of the last answer', 200)),
  last_error: s.nullable(s.text('What was wrong the last time', 'It answered 500')),
  next_try_at: s.nullable(s.moment('When it is tried next')),
  give_up_at: s.nullable(s.moment('When it is given up')),
  created_at: s.moment('When it was queued'),
  finished_at: s.nullable(s.moment('When it was over')),
  links: s.object({
    self: s.href('The delivery', '/api/v1/deliveries/1'),
    webhook: s.href('Its webhook', '/api/v1/webhooks/1'),
  }),
}

const answer = {
  status: s.nullable(s.whole('HTTP status; null where nothing answered', 200)),
  error_code: s.nullable(s.text('Null where it was taken', 'ANSWERED_BADLY')),
  error: s.nullable(s.text('For people', 'It answered 500')),
  response_headers: s.nullable(s.mapOf({ type: 'string' }, 'Of its answer, the first 40')),
  response_body: s.nullable(s.text('Of its answer, the first 16 KiB', 'thank you')),
  is_body_cut: s.flag('There was more of it'),
  duration_ms: s.nullable(s.whole('How long it took', 120)),
}

/** Of webhooks and their deliveries. */
export const WEBHOOK_SCHEMAS: Record<string, Schema> = {
  Webhook: s.object(webhook),
  WebhookWithSecret: s.object({
    ...webhook,
    secret: s.text('Signs what is sent; told only now', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'),
  }),
  Delivery: s.object(delivery),
  WholeDelivery: s.object({
    ...delivery,
    body: s.ref('Event'),
    attempts: s.listOf(s.ref('DeliveryAttempt'), 'The last first'),
  }),
  DeliveryAttempt: s.object({
    number: s.whole('The header `webhook-attempt`', 1),
    request_headers: s.mapOf({ type: 'string' }, 'As they were sent'),
    ...answer,
    created_at: s.moment('When it ended'),
  }),
  WebhookTest: s.object({
    is_taken: s.flag('It answered 200 to 299', true),
    ...answer,
    links: s.object({ delivery: s.href('The delivery', '/api/v1/deliveries/1') }),
  }),
}
