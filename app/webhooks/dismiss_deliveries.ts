import db from '@adonisjs/lucid/services/db'
import { recordAudit } from '#accounts/audit'
import { DeliveryEnded } from '#webhooks/errors'
import { letNextGo } from '#webhooks/settle_delivery'
import type Delivery from '#webhooks/delivery'
import type Webhook from '#webhooks/webhook'
import type { Actor } from '#accounts/actor'

const DISMISSED = { status: 'dismissed', lease_expires_at: null }

/** Gives up a delivery that waits, so that what is behind it goes on. @throws DeliveryEnded */
export async function dismissDelivery(delivery: Delivery, by: Actor): Promise<Delivery> {
  await db.transaction(async (trx) => {
    const changed = await trx
      .from('webhook_deliveries')
      .where({ id: delivery.id, status: 'pending' })
      .update({ ...DISMISSED, finished_at: trx.raw('now()') })
    if (Number(changed) === 0) throw new DeliveryEnded(delivery.id, delivery.status)
    const { webhookId, line } = delivery
    await letNextGo(trx, { webhookId, line })
    await trx.rawQuery(`select pg_notify('webhook_deliveries', '')`)
    const subject = { type: 'webhook', id: webhookId }
    const details = { deliveryId: delivery.id, eventId: delivery.eventId }
    await recordAudit({ by, action: 'webhook.dismissed', subject, details }, trx)
  })
  return delivery.refresh()
}

/** Gives up all that waits for a webhook. @returns how many */
export async function dismissWaiting(webhook: Webhook, by: Actor): Promise<number> {
  return db.transaction(async (trx) => {
    const dismissed = Number(
      await trx
        .from('webhook_deliveries')
        .where({ webhook_id: webhook.id, status: 'pending' })
        .update({ ...DISMISSED, finished_at: trx.raw('now()') })
    )
    const subject = { type: 'webhook', id: webhook.id }
    const entry = { by, action: 'webhook.dismissed', subject, details: { dismissed } }
    await recordAudit(entry, trx)
    return dismissed
  })
}
