import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { linkNext } from '#http/lists/list_json'
import { deliveryJson, wholeDeliveryJson } from '#http/transformers/webhook_json'
import { listDeliveriesValidator, replayRangeValidator } from '#http/validators/api/webhooks'
import { dismissDelivery } from '#webhooks/dismiss_deliveries'
import { replayDelivery, replayRange } from '#webhooks/replay_deliveries'
import {
  attemptsOf,
  findDelivery,
  findWebhook,
  listDeliveries,
  withEvents,
} from '#webhooks/find_webhooks'
import type Delivery from '#webhooks/delivery'

const LIMIT = 25

/** What was sent to webhooks, and what they answered. */
export default class DeliveriesController {
  /** The newest first. */
  async index(ctx: HttpContext) {
    const { params, request } = ctx
    const { id: webhookId } = await findWebhook(params.id)
    const asked = await request.validateUsing(listDeliveriesValidator, { data: request.qs() })
    const { status, type, limit = LIMIT, after: before } = asked
    const found = await listDeliveries({ webhookId, status, type, before, limit: limit + 1 })
    const shown = found.slice(0, limit)
    const next = found.length > limit ? String(shown.at(-1)!.delivery.id) : null
    linkNext(ctx, next)
    return { data: shown.map(deliveryJson), meta: { limit, next_cursor: next } }
  }

  async show({ params }: HttpContext) {
    return whole(await findDelivery(params.id))
  }

  /** 202: it is sent soon. */
  async replay(ctx: HttpContext) {
    const delivery = await replayDelivery(await findDelivery(ctx.params.id), apiActor(ctx))
    ctx.response.status(202).header('location', `/api/v1/deliveries/${delivery.id}`)
    return whole(delivery)
  }

  async dismiss(ctx: HttpContext) {
    return whole(await dismissDelivery(await findDelivery(ctx.params.id), apiActor(ctx)))
  }

  /** 202 with how many are sent again. */
  async replayMany(ctx: HttpContext) {
    const webhook = await findWebhook(ctx.params.id)
    const asked = await replayRangeValidator.validate(ctx.request.body())
    const range = {
      ...{ fromEvent: asked.from_event, toEvent: asked.to_event },
      ...{ from: timeOf(asked.from), to: timeOf(asked.to) },
      isFailedOnly: asked.only_failed ?? false,
    }
    const replayed = await replayRange(webhook, range, apiActor(ctx))
    ctx.response.status(202).header('location', `/api/v1/webhooks/${webhook.id}/deliveries`)
    return { replayed }
  }
}

function timeOf(said: string | undefined): Date | undefined {
  return said === undefined ? undefined : new Date(said)
}

async function whole(delivery: Delivery) {
  const [listed] = await withEvents([delivery])
  return wholeDeliveryJson(listed, await attemptsOf(delivery))
}
