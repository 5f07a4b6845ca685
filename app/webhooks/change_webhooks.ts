import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Webhook from '#webhooks/webhook'
import { recordAudit } from '#accounts/audit'
import { Outbound } from '#outbound/outbound'
import { TooManyWebhooks, WebhookNotFound } from '#webhooks/errors'
import { checkUrl, cleanDescription, cleanTypes } from '#webhooks/webhook_fields'
import { newSecret, sealSecret } from '#webhooks/webhook_secret'
import type { Actor } from '#accounts/actor'

const MOST_WEBHOOKS = 100
/** So long an old secret signs beside the new one. */
export const OVERLAP_HOURS = 24

export interface WebhookWish {
  url: string
  description: string
  /** `*` for all. */
  eventTypes: string[]
  isEnabled: boolean
}

/** Called with the webhook as nobody else can change it any more; what it throws stops the change. */
type Check = (webhook: Webhook) => void

/** What is left out stays. */
export interface WebhookEdit extends Partial<WebhookWish> {
  check?: Check
}

/** Makes, changes and removes webhooks. Secrets are told once. */
@inject()
export default class ChangeWebhooks {
  constructor(private outbound: Outbound) {}

  /** @throws WebhookUrlRefused, WebhookTypesRefused, TooManyWebhooks */
  async create(wish: WebhookWish, by: Actor): Promise<{ webhook: Webhook; secret: string }> {
    const fields = await this.#clean(wish)
    const secret = newSecret()
    const webhook = await db.transaction(async (trx) => {
      await refuseMany(trx)
      const row = { ...fields, secret: sealSecret(secret), createdBy: by.userId }
      const created = await Webhook.create(row as Partial<Webhook>, { client: trx })
      await audit(trx, { by, action: 'webhook.created', webhook: created, details: fields })
      return created
    })
    return { webhook: await webhook.refresh(), secret }
  }

  /** What is left out stays. Turned on again, it counts its failures anew. @throws as create */
  async edit(webhook: Webhook, wish: WebhookEdit, by: Actor): Promise<Webhook> {
    const { check, ...wanted } = wish
    const { url, ...others } = wanted
    const fields = await this.#clean(url === webhook.url ? others : wanted)
    const isTurnedOn = fields.isEnabled === true && !webhook.isEnabled
    const atRest = { failingSince: null, failureCount: 0, stoppedAt: null, stopReason: null }
    await db.transaction(async (trx) => {
      if (check) check(await locked(webhook, trx))
      webhook.useTransaction(trx)
      await webhook.merge({ ...fields, ...(isTurnedOn && atRest) } as Partial<Webhook>).save()
      await audit(trx, { by, action: 'webhook.edited', webhook, details: fields })
    })
    return webhook.refresh()
  }

  /** The old secret signs as well for a day. @returns the new one, which is told only now */
  async rotateSecret(webhook: Webhook, by: Actor): Promise<string> {
    const secret = newSecret()
    await db.transaction(async (trx) => {
      await trx
        .from('webhooks')
        .where('id', webhook.id)
        .update({
          former_secret: trx.raw('secret'),
          former_secret_until: trx.raw(`now() + interval '${OVERLAP_HOURS} hours'`),
          secret: sealSecret(secret),
          updated_at: trx.raw('now()'),
        })
      await audit(trx, { by, action: 'webhook.secret_rotated', webhook })
    })
    await webhook.refresh()
    return secret
  }

  /** With all that was sent to it. */
  async delete(webhook: Webhook, by: Actor, check?: Check): Promise<void> {
    await db.transaction(async (trx) => {
      if (check) check(await locked(webhook, trx))
      await trx.from('webhooks').where('id', webhook.id).delete()
      await audit(trx, { by, action: 'webhook.deleted', webhook, details: { url: webhook.url } })
    })
  }

  async #clean({ url, description, eventTypes, isEnabled }: Partial<WebhookWish>) {
    return {
      ...(url !== undefined && { url: await checkUrl(this.outbound, url) }),
      ...(description !== undefined && { description: cleanDescription(description) }),
      ...(eventTypes !== undefined && { eventTypes: cleanTypes(eventTypes) }),
      ...(isEnabled !== undefined && { isEnabled }),
    }
  }
}

async function locked({ id }: Webhook, trx: TransactionClientContract): Promise<Webhook> {
  const row = await Webhook.query({ client: trx }).where({ id }).forUpdate().first()
  if (!row) throw new WebhookNotFound(id)
  return row
}

async function refuseMany(trx: TransactionClientContract) {
  const [{ total }] = await trx.from('webhooks').count('* as total')
  if (Number(total) >= MOST_WEBHOOKS) throw new TooManyWebhooks(MOST_WEBHOOKS)
}

interface Change {
  by: Actor
  action: string
  webhook: Webhook
  details?: Record<string, unknown>
}

function audit(trx: TransactionClientContract, { by, action, webhook, details }: Change) {
  return recordAudit({ by, action, subject: { type: 'webhook', id: webhook.id }, details }, trx)
}
