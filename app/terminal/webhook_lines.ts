import { makeTable } from '#app/terminal/make_table'
import { printable } from '#app/terminal/printable'
import type Webhook from '#webhooks/webhook'
import type { DeliveryCounts } from '#webhooks/find_webhooks'

const NONE: DeliveryCounts = { pending: 0, delivered: 0, failed: 0, dismissed: 0 }

/** A webhook as scripts read it. */
export function webhookView(webhook: Webhook, counts = NONE) {
  const { id, url, description, eventTypes, state, stopReason } = webhook
  const failingSince = webhook.failingSince?.toUTC().toISO() ?? null
  return { id, url, description, eventTypes, state, failingSince, stopReason, deliveries: counts }
}

export type WebhookView = ReturnType<typeof webhookView>

/** As people read them. */
export function webhookTable(views: WebhookView[], dim: (text: string) => string): string {
  const rows = views.map(({ id, url, description, eventTypes, state, deliveries }) => [
    String(id),
    printable(description ? `${description}: ${url}` : url),
    eventTypes.includes('*') ? 'all' : String(eventTypes.length),
    state,
    ...[deliveries.pending, deliveries.failed, deliveries.delivered].map(String),
  ])
  const heads = ['Id', 'Webhook', 'Events', 'State', 'Waiting', 'Given up', 'Delivered']
  return makeTable(heads, rows, dim)
}

/** Why each of those was turned off that Mediakeep stopped. */
export function stoppedLines(views: WebhookView[]): string[] {
  return views
    .filter(({ state }) => state === 'stopped')
    .map(({ id, stopReason }) => `Webhook ${id} was turned off: ${printable(stopReason ?? '')}`)
}
