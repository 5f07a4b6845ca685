import db from '@adonisjs/lucid/services/db'
import { mediakeep } from '#accounts/actor'
import { tellingRules } from '#config/mediakeep'
import { AllowedAddresses } from '#outbound/allowed_addresses'
import { Outbound } from '#outbound/outbound'
import ChangeWebhooks from '#webhooks/change_webhooks'
import Delivery from '#webhooks/delivery'
import SendDelivery from '#webhooks/send_delivery'
import TellWebhooks from '#webhooks/tell_webhooks'
import { until } from './until.js'

/** As a setting would allow this machine's own receivers. */
export const outbound = new Outbound(new AllowedAddresses(['127.0.0.1']), 'Mediakeep/test')
export const send = new SendDelivery(outbound)
export const change = new ChangeWebhooks(outbound)

export const BY = mediakeep('system')

/** A webhook that wants those events. */
export function addWebhook(url: string, eventTypes = ['*']) {
  return change.create({ url, description: 'Test', eventTypes, isEnabled: true }, BY)
}

/** Delivers in this process until the function that is returned is called. */
export function deliver(rules: Partial<typeof tellingRules> = {}): () => Promise<void> {
  const stops = new AbortController()
  const running = new TellWebhooks(send).run({ ...tellingRules, ...rules }, stops.signal)
  return async () => {
    stops.abort()
    await running
  }
}

export function deliveriesOf(webhookId: number): Promise<Delivery[]> {
  return Delivery.query().where({ webhookId }).orderBy('event_id')
}

/** Waits until so many deliveries of a webhook stand so. */
export function areDelivered(webhookId: number, count: number, status = 'delivered') {
  return until(async () => {
    const deliveries = await deliveriesOf(webhookId)
    return deliveries.filter((one) => one.status === status).length >= count
  }, 20_000)
}

/** Waits for so many tries of a webhook's deliveries that were kept. */
export function areTried(webhookId: number, count: number) {
  return until(async () => (await attemptsOf(webhookId)).length >= count, 20_000)
}

export function attemptsOf(webhookId: number) {
  return db
    .from('webhook_attempts')
    .select('webhook_attempts.*')
    .join('webhook_deliveries', 'webhook_deliveries.id', 'delivery_id')
    .where('webhook_id', webhookId)
    .orderBy('webhook_attempts.id')
}

/** The pause before the next try is over. */
export async function hurry() {
  await db.rawQuery(`update webhook_deliveries set next_try_at = now() where status = 'pending'`)
  await db.rawQuery(`select pg_notify('webhook_deliveries', '')`)
}
