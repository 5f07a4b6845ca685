import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import SendDelivery, { type Answer } from '#webhooks/send_delivery'
import { recordAudit } from '#accounts/audit'
import { settleDelivery, type SettleRules } from '#webhooks/settle_delivery'
import type Webhook from '#webhooks/webhook'
import type { Actor } from '#accounts/actor'
import type { DeliveryLease } from '#webhooks/claim_deliveries'

/** Nobody tries it again, or counts it against the webhook. */
const RULES: SettleRules = { stopAfterDays: null }

export interface TestResult {
  deliveryId: number
  answer: Answer
}

/** Sends `webhook.test` now, also to a webhook that is off, and waits for the answer: ten seconds at most. */
@inject()
export default class TestWebhook {
  constructor(private send: SendDelivery) {}

  async handle(webhook: Webhook, by: Actor): Promise<TestResult> {
    const lease = await db.transaction((trx) => prepare(trx, webhook, by))
    const answer = await this.send.handle(lease, webhook)
    await settleDelivery(lease, answer, RULES)
    return { deliveryId: lease.id, answer }
  }
}

/** An event of its own with a delivery that is leased already, so that nobody else sends it. */
async function prepare(
  trx: TransactionClientContract,
  webhook: Webhook,
  by: Actor
): Promise<DeliveryLease> {
  const message = 'This is a test: nothing happened.'
  const payload = JSON.stringify({ webhook_id: webhook.id, message })
  const { rows } = await trx.rawQuery(
    `with turn as materialized (select pg_advisory_xact_lock(hashtext('relay_events')))
     insert into events (type, payload) select 'webhook.test', ?::jsonb from turn returning id`,
    [payload]
  )
  const eventId = rows[0].id as number
  const delivered = await trx.rawQuery(
    `insert into webhook_deliveries
       (webhook_id, event_id, line, give_up_at, attempt_count, lease_token, lease_expires_at)
     values (?, ?, ?, now(), 1, 1, now() + interval '1 minute') returning id`,
    [webhook.id, eventId, `event:${eventId}`]
  )
  const subject = { type: 'webhook', id: webhook.id }
  await recordAudit({ by, action: 'webhook.tested', subject }, trx)
  const id = delivered.rows[0].id as number
  return { id, webhookId: webhook.id, eventId, attempt: 1, failedTries: 0, token: 1 }
}
