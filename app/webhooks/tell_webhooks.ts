import { inject } from '@adonisjs/core'
import logger from '@adonisjs/core/services/logger'
import { setTimeout as delay } from 'node:timers/promises'
import { inSpan } from '#tracing/tracer'
import Webhook from '#webhooks/webhook'
import SendDelivery from '#webhooks/send_delivery'
import { forgetEvents } from '#events/forget_events'
import { Notices } from '#events/notices'
import { relayEvents } from '#events/relay_events'
import { claimDeliveries, nextDueInMs, type DeliveryLease } from '#webhooks/claim_deliveries'
import { queueDeliveries } from '#webhooks/queue_deliveries'
import { settleDelivery } from '#webhooks/settle_delivery'

const CHANNELS = ['event_outbox', 'events', 'webhook_deliveries']
/** At once in this process; they wait for others mostly. */
const AT_ONCE = 96
/** Whatever is told or not: a notice may be lost. */
const LONGEST_PAUSE_MS = 5_000
/** What is not answered then is sent again by another process. */
const LAST_ANSWERS_MS = 2_000
const FORGET_EVERY_MS = 3_600_000

export interface TellingRules {
  databaseUrl: string
  /** Events are kept for so long. */
  keptDays: number
  /** A webhook that took nothing for so long is turned off. */
  stopAfterDays: number
}

/**
 * Relays events and delivers them, until it is told to stop. Any number of processes may run it; what one that is
 * killed was sending is sent again by another.
 */
@inject()
export default class TellWebhooks {
  readonly #sending = new Set<Promise<void>>()
  #wake = new AbortController()
  #forgottenAt = 0
  #isNews = true
  #lookedAt = 0

  constructor(private send: SendDelivery) {}

  /** Returns after `signal`, when what is being sent has been answered, or soon. */
  async run(rules: TellingRules, signal: AbortSignal): Promise<void> {
    const wake = () => {
      this.#isNews = true
      this.#wake.abort()
    }
    const { databaseUrl } = rules
    const notices = new Notices({ databaseUrl, channels: CHANNELS, onNotice: wake, onMissed: wake })
    notices.open()
    signal.addEventListener('abort', wake, { once: true })
    while (!signal.aborted) {
      this.#wake = new AbortController()
      const pauseMs = await this.#round(rules).catch((error) => {
        logger.error({ err: error }, 'no events are told for a moment')
        return LONGEST_PAUSE_MS
      })
      if (!signal.aborted)
        await delay(pauseMs, undefined, { signal: this.#wake.signal }).catch(() => undefined)
    }
    const late = new AbortController()
    await Promise.race([
      Promise.all(this.#sending),
      delay(LAST_ANSWERS_MS, undefined, { signal: late.signal }).catch(() => undefined),
    ])
    late.abort()
    await notices.close()
  }

  /** @returns how long nothing is to do, as far as is known */
  async #round(rules: TellingRules): Promise<number> {
    const isLongAgo = performance.now() - this.#lookedAt >= LONGEST_PAUSE_MS
    if (this.#isNews || isLongAgo) await this.#look(rules)
    for (const lease of await this.#claim()) this.#start(lease, rules)
    if (this.#sending.size >= AT_ONCE) return LONGEST_PAUSE_MS // each that ends asks again
    return Math.min((await nextDueInMs()) ?? LONGEST_PAUSE_MS, LONGEST_PAUSE_MS)
  }

  /** Not after each delivery: only where there may be something new. */
  async #look({ keptDays }: TellingRules): Promise<void> {
    this.#isNews = false
    this.#lookedAt = performance.now()
    await this.#forget(keptDays)
    await relayEvents()
    await queueDeliveries()
  }

  async #claim(): Promise<DeliveryLease[]> {
    const free = AT_ONCE - this.#sending.size
    return free > 0 ? claimDeliveries(free) : []
  }

  /** Not waited for: who answers slowly holds up nobody else. */
  #start(lease: DeliveryLease, rules: TellingRules) {
    const sending = this.#deliver(lease, rules)
      .catch((error) =>
        logger.error({ err: error, deliveryId: lease.id }, 'a try was not kept: it is sent again')
      )
      .finally(() => {
        this.#sending.delete(sending)
        this.#wake.abort()
      })
    this.#sending.add(sending)
  }

  async #deliver(lease: DeliveryLease, rules: TellingRules): Promise<void> {
    const webhook = await Webhook.find(lease.webhookId)
    if (!webhook) return // deleted, and the delivery with it
    const { id: deliveryId, webhookId, attempt } = lease
    const answer = await inSpan({ name: 'webhook delivery', kind: 'client' }, async (span) => {
      const got = await this.send.handle(lease, webhook)
      const { status, errorCode } = got
      span?.set({ 'mediakeep.delivery_id': deliveryId, 'mediakeep.webhook_id': webhookId })
      span?.set({ 'http.response.status_code': status, 'error.type': errorCode })
      if (errorCode) span?.fail(errorCode)
      return got
    })
    const isKept = await settleDelivery(lease, answer, rules)
    const { status, errorCode, durationMs } = answer
    logger.info(
      { deliveryId, webhookId, attempt, status, errorCode, durationMs, isKept },
      'webhook told'
    )
  }

  async #forget(keptDays: number): Promise<void> {
    if (performance.now() - this.#forgottenAt < FORGET_EVERY_MS && this.#forgottenAt > 0) return
    this.#forgottenAt = performance.now()
    await forgetEvents(keptDays)
  }
}
