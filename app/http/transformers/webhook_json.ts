import type { DateTime } from 'luxon'
import { eventJson } from '#events/event_json'
import { messageId, type Answer } from '#webhooks/send_delivery'
import type Delivery from '#webhooks/delivery'
import type DeliveryAttempt from '#webhooks/delivery_attempt'
import type Webhook from '#webhooks/webhook'
import type { ListedDelivery } from '#webhooks/find_webhooks'

const iso = (at: DateTime | null) => at && at.toUTC().toISO()

/** A webhook as the API tells it: never with its secrets. */
export function webhookJson(webhook: Webhook) {
  const self = `/api/v1/webhooks/${webhook.id}`
  return {
    id: webhook.id,
    url: webhook.url,
    description: webhook.description,
    event_types: webhook.eventTypes,
    is_enabled: webhook.isEnabled,
    state: webhook.state,
    failing_since: iso(webhook.failingSince),
    failure_count: webhook.failureCount,
    stopped_at: iso(webhook.stoppedAt),
    stop_reason: webhook.stopReason,
    former_secret_until: iso(webhook.formerSecretUntil),
    created_at: iso(webhook.createdAt),
    updated_at: iso(webhook.updatedAt),
    links: { self, deliveries: `${self}/deliveries` },
  }
}

/** What people can change of it: its version, for `If-Match`. */
export function editableOfWebhook({ url, description, eventTypes, isEnabled }: Webhook) {
  return { url, description, eventTypes, isEnabled }
}

/** A delivery, as lists tell it. */
export function deliveryJson({ delivery, event, last }: ListedDelivery) {
  return {
    id: delivery.id,
    webhook_id: delivery.webhookId,
    message_id: messageId(delivery.eventId),
    event_id: delivery.eventId,
    event_type: event.type,
    video_id: event.videoId,
    job_id: event.jobId,
    status: delivery.status,
    attempt_count: delivery.attemptCount,
    ...outcomeJson(last),
    ...timesJson(delivery),
    links: {
      self: `/api/v1/deliveries/${delivery.id}`,
      webhook: `/api/v1/webhooks/${delivery.webhookId}`,
    },
  }
}

function outcomeJson(last: DeliveryAttempt | null) {
  return { last_status: last?.status ?? null, last_error: last?.error ?? null }
}

/** Nothing is tried next that is over. */
function timesJson(delivery: Delivery) {
  const isPending = delivery.status === 'pending'
  return {
    next_try_at: isPending ? iso(delivery.nextTryAt) : null,
    give_up_at: isPending ? iso(delivery.giveUpAt) : null,
    created_at: iso(delivery.createdAt),
    finished_at: iso(delivery.finishedAt),
  }
}

/** The same with what was sent and what came back, the last try first. */
export function wholeDeliveryJson(listed: ListedDelivery, attempts: DeliveryAttempt[]) {
  const body = eventJson(listed.event)
  return { ...deliveryJson(listed), body, attempts: attempts.map(attemptJson) }
}

function attemptJson(attempt: DeliveryAttempt) {
  return {
    number: attempt.number,
    request_headers: attempt.requestHeaders,
    status: attempt.status,
    response_headers: attempt.responseHeaders,
    response_body: attempt.responseBody,
    is_body_cut: attempt.isBodyCut,
    error_code: attempt.errorCode,
    error: attempt.error,
    duration_ms: attempt.durationMs,
    created_at: iso(attempt.createdAt),
  }
}

/** What a test was answered. */
export function testJson({ deliveryId, answer }: { deliveryId: number; answer: Answer }) {
  return {
    is_taken: answer.errorCode === null,
    status: answer.status,
    error_code: answer.errorCode,
    error: answer.error,
    response_headers: answer.responseHeaders,
    response_body: answer.responseBody,
    is_body_cut: answer.isBodyCut,
    duration_ms: answer.durationMs,
    links: { delivery: `/api/v1/deliveries/${deliveryId}` },
  }
}
