import db from '@adonisjs/lucid/services/db'
import Delivery, { type DeliveryStatus } from '#webhooks/delivery'
import DeliveryAttempt from '#webhooks/delivery_attempt'
import Webhook from '#webhooks/webhook'
import { EVENT_COLUMNS, type Event } from '#events/event'
import { DeliveryNotFound, WebhookNotFound } from '#webhooks/errors'
import type { EventType } from '#events/event_types'

const MAX_ID = 2_147_483_647

/** All of them: there are few. */
export function listWebhooks(): Promise<Webhook[]> {
  return Webhook.query().orderBy('id')
}

/** @throws WebhookNotFound, also for what is no id */
export async function findWebhook(id: number | string): Promise<Webhook> {
  const webhook = isId(id, MAX_ID) ? await Webhook.find(Number(id)) : null
  if (!webhook) throw new WebhookNotFound(id)
  return webhook
}

/** @throws DeliveryNotFound, also for what is no id */
export async function findDelivery(id: number | string): Promise<Delivery> {
  const delivery = isId(id, Number.MAX_SAFE_INTEGER) ? await Delivery.find(Number(id)) : null
  if (!delivery) throw new DeliveryNotFound(id)
  return delivery
}

function isId(id: number | string, max: number): boolean {
  return /^\d{1,16}$/.test(String(id)) && Number(id) >= 1 && Number(id) <= max
}

/** A delivery with what it tells of, and what came of it last. */
export interface ListedDelivery {
  delivery: Delivery
  event: Event
  /** Null before the first try has ended. */
  last: DeliveryAttempt | null
}

export interface DeliveriesWanted {
  webhookId: number
  status?: DeliveryStatus
  type?: EventType
  /** Only those before this one, as the list goes on. */
  before?: number
  limit: number
}

/** The newest first. */
export async function listDeliveries(wanted: DeliveriesWanted): Promise<ListedDelivery[]> {
  const { webhookId, status, type, before, limit } = wanted
  const deliveries = await Delivery.query()
    .where({ webhookId })
    .if(status, (query) => query.where({ status: status! }))
    .if(type, (query) =>
      query.whereExists((events) =>
        events.from('events').whereColumn('events.id', 'event_id').where('type', type!)
      )
    )
    .if(before !== undefined, (query) => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit)
  return withEvents(deliveries)
}

/** @param deliveries of events that are kept, as all are */
export async function withEvents(deliveries: Delivery[]): Promise<ListedDelivery[]> {
  const eventIds = deliveries.map(({ eventId }) => eventId)
  const events: Event[] = await db.from('events').select(EVENT_COLUMNS).whereIn('id', eventIds)
  const last = await DeliveryAttempt.query()
    .distinctOn('delivery_id')
    .whereIn(
      'delivery_id',
      deliveries.map(({ id }) => id)
    )
    .orderBy('delivery_id')
    .orderBy('number', 'desc')
  const byId = new Map(events.map((event) => [event.id, event]))
  const lastOf = new Map(last.map((attempt) => [attempt.deliveryId, attempt]))
  return deliveries
    .filter(({ eventId }) => byId.has(eventId))
    .map((delivery) => ({
      ...{ delivery, event: byId.get(delivery.eventId)! },
      last: lastOf.get(delivery.id) ?? null,
    }))
}

/** Every try, the newest first. */
export function attemptsOf({ id }: Delivery): Promise<DeliveryAttempt[]> {
  return DeliveryAttempt.query().where('delivery_id', id).orderBy('number', 'desc')
}

export type DeliveryCounts = Record<DeliveryStatus, number>

/** How many deliveries of each webhook, or of one, stand how, by its id. */
export async function countDeliveries(webhookId?: number): Promise<Map<number, DeliveryCounts>> {
  const rows = await db
    .from('webhook_deliveries')
    .select('webhook_id', 'status')
    .count('* as total')
    .if(webhookId !== undefined, (query) => query.where('webhook_id', webhookId!))
    .groupBy('webhook_id', 'status')
  const counts = new Map<number, DeliveryCounts>()
  for (const { webhook_id: id, status, total } of rows) {
    const none = { pending: 0, delivered: 0, failed: 0, dismissed: 0 }
    counts.set(id, { ...none, ...counts.get(id), [status]: Number(total) })
  }
  return counts
}

/** Those that need somebody: stopped by Mediakeep, or failing. */
export function troubledWebhooks(): Promise<Webhook[]> {
  return Webhook.query()
    .whereNotNull('stopped_at')
    .orWhere((query) => query.where('is_enabled', true).where('failure_count', '>=', 5))
    .orderBy('id')
}
