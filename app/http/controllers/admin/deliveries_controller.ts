import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { eventJson } from '#events/event_json'
import { consoleActor } from '#http/controllers/admin/console_actor'
import { done, unlessRefused } from '#http/controllers/admin/refusal'
import { plural } from '#http/words/labels'
import * as said from '#http/words/webhooks'
import TestWebhook from '#webhooks/test_webhook'
import { DeliveryNotFound } from '#webhooks/errors'
import { messageId } from '#webhooks/send_delivery'
import { dismissDelivery, dismissWaiting } from '#webhooks/dismiss_deliveries'
import { attemptsOf, findDelivery, findWebhook, withEvents } from '#webhooks/find_webhooks'
import { replayDelivery, replayRange, type ReplayRange } from '#webhooks/replay_deliveries'
import type Delivery from '#webhooks/delivery'

/** What was sent to webhooks, and what they answered. */
@inject()
export default class DeliveriesController {
  constructor(private tester: TestWebhook) {}

  async show({ params, view }: HttpContext) {
    const webhook = await findWebhook(params.id)
    const delivery = await ofWebhook(params)
    const [{ event }] = await withEvents([delivery])
    const attempts = await attemptsOf(delivery)
    const body = JSON.stringify(eventJson(event), null, 2)
    const seen = { webhook, delivery, event, attempts, body, messageId: messageId(event.id), said }
    return view.render('pages/admin/webhooks/delivery', seen)
  }

  /** Sends `webhook.test` and shows what was answered. */
  async test(ctx: HttpContext) {
    const webhook = await findWebhook(ctx.params.id)
    const { deliveryId, answer } = await this.tester.handle(webhook, consoleActor(ctx))
    const words = answer.error ?? `It answered ${answer.status} after ${answer.durationMs} ms.`
    done(ctx, `/webhooks/${webhook.id}/deliveries/${deliveryId}`, `The test was sent. ${words}`)
  }

  async replay(ctx: HttpContext) {
    const delivery = await ofWebhook(ctx.params)
    await replayDelivery(delivery, consoleActor(ctx))
    done(ctx, pathOf(delivery), 'It is sent again.')
  }

  async dismiss(ctx: HttpContext) {
    const delivery = await ofWebhook(ctx.params)
    const to = { path: pathOf(delivery), at: 'page' } as const
    const dismissed = () => dismissDelivery(delivery, consoleActor(ctx))
    if (await unlessRefused(ctx, to, dismissed)) done(ctx, to.path, 'It is given up.')
  }

  /** By ids of events, or since a time. */
  async replayMany(ctx: HttpContext) {
    const webhook = await findWebhook(ctx.params.id)
    const to = { path: `/webhooks/${webhook.id}`, at: 'replay' } as const
    const isQueued = await unlessRefused(ctx, to, async () => {
      const replayed = await replayRange(webhook, rangeIn(ctx), consoleActor(ctx))
      done(ctx, to.path, `${plural(replayed, 'event is', 'events are')} sent again.`)
    })
    if (!isQueued) ctx.session.flashOnly(['from_event', 'to_event', 'from', 'only_failed'])
  }

  async dismissWaiting(ctx: HttpContext) {
    const webhook = await findWebhook(ctx.params.id)
    const dismissed = await dismissWaiting(webhook, consoleActor(ctx))
    done(
      ctx,
      `/webhooks/${webhook.id}`,
      `${plural(dismissed, 'delivery is', 'deliveries are')} given up.`
    )
  }
}

async function ofWebhook(params: Record<string, string>): Promise<Delivery> {
  const delivery = await findDelivery(params.delivery)
  if (String(delivery.webhookId) !== params.id) throw new DeliveryNotFound(params.delivery)
  return delivery
}

function pathOf({ id, webhookId }: Delivery): string {
  return `/webhooks/${webhookId}/deliveries/${id}`
}

/** What makes no sense counts as not said. */
function rangeIn({ request }: HttpContext): ReplayRange {
  const from = new Date(`${String(request.input('from') ?? '')}Z`)
  return {
    fromEvent: idIn(request.input('from_event')),
    toEvent: idIn(request.input('to_event')),
    from: Number.isNaN(from.getTime()) ? undefined : from,
    isFailedOnly: request.input('only_failed') === 'true',
  }
}

function idIn(value: unknown): number | undefined {
  const id = Number(value)
  return typeof value === 'string' && Number.isSafeInteger(id) && id > 0 ? id : undefined
}
