import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { consoleActor } from '#http/controllers/admin/console_actor'
import { addressWith, oneOf } from '#http/controllers/admin/page_query'
import { done, unlessRefused } from '#http/controllers/admin/refusal'
import {
  keepTyped,
  OFFERED_TYPES,
  webhookFields,
  webhookWish,
} from '#http/controllers/admin/webhook_form'
import * as said from '#http/words/webhooks'
import ChangeWebhooks from '#webhooks/change_webhooks'
import { DELIVERY_STATUSES } from '#webhooks/delivery'
import { CHOSEN_TYPES } from '#webhooks/webhook_fields'
import { countDeliveries, findWebhook, listDeliveries, listWebhooks } from '#webhooks/find_webhooks'

const PAGE = '/webhooks'
const PER_PAGE = 25
const NONE = { pending: 0, delivered: 0, failed: 0, dismissed: 0 }

/** Who is told of events. */
@inject()
export default class WebhooksController {
  constructor(private change: ChangeWebhooks) {}

  async index({ view }: HttpContext) {
    const [webhooks, counts] = await Promise.all([listWebhooks(), countDeliveries()])
    const countsOf = (id: number) => counts.get(id) ?? NONE
    return view.render('pages/admin/webhooks/index', { webhooks, countsOf, said })
  }

  async create(ctx: HttpContext) {
    const seen = { fields: webhookFields(ctx), offered: OFFERED_TYPES }
    return ctx.view.render('pages/admin/webhooks/create', seen)
  }

  /** How a receiver knows that an event is ours. */
  async verifying({ view }: HttpContext) {
    return view.render('pages/admin/webhooks/verifying')
  }

  async show(ctx: HttpContext) {
    const webhook = await findWebhook(ctx.params.id)
    const asked = askedDeliveries(ctx)
    const wanted = { ...asked, webhookId: webhook.id, limit: PER_PAGE + 1 }
    const [found, counts] = await Promise.all([listDeliveries(wanted), countDeliveries(webhook.id)])
    const deliveries = found.slice(0, PER_PAGE)
    const path = `${PAGE}/${webhook.id}`
    return ctx.view.render('pages/admin/webhooks/show', {
      ...{ webhook, deliveries, asked, said, offered: OFFERED_TYPES },
      next: found.length > PER_PAGE ? deliveries.at(-1)!.delivery.id : null,
      counts: counts.get(webhook.id) ?? NONE,
      statuses: DELIVERY_STATUSES,
      fields: webhookFields(ctx, webhook),
      link: (change: object) =>
        addressWith(path, { status: asked.status, type: asked.type, ...change }),
    })
  }

  async store(ctx: HttpContext) {
    const wish = { ...(await webhookWish(ctx)), isEnabled: true }
    const to = { path: `${PAGE}/new`, at: 'webhook' } as const
    const isMade = await unlessRefused(ctx, to, async () => {
      const { webhook, secret } = await this.change.create(wish, consoleActor(ctx))
      tellSecret(ctx, secret)
      done(ctx, `${PAGE}/${webhook.id}`, 'The webhook is made, and on.')
    })
    if (!isMade) keepTyped(ctx)
  }

  async update(ctx: HttpContext) {
    const webhook = await findWebhook(ctx.params.id)
    const to = { path: `${PAGE}/${webhook.id}`, at: 'webhook' } as const
    const switched = oneOf(['true', 'false'], ctx.request.input('is_enabled'))
    const wish = switched ? { isEnabled: switched === 'true' } : await webhookWish(ctx)
    const edited = () => this.change.edit(webhook, wish, consoleActor(ctx))
    if (await unlessRefused(ctx, to, edited)) done(ctx, to.path, wordsFor(switched))
    else if (!switched) keepTyped(ctx)
  }

  async rotate(ctx: HttpContext) {
    const webhook = await findWebhook(ctx.params.id)
    tellSecret(ctx, await this.change.rotateSecret(webhook, consoleActor(ctx)))
    done(ctx, `${PAGE}/${webhook.id}`, 'There is a new secret. For 24 hours both sign.')
  }

  async destroy(ctx: HttpContext) {
    await this.change.delete(await findWebhook(ctx.params.id), consoleActor(ctx))
    done(ctx, PAGE, 'The webhook is deleted.')
  }
}

/** Shown once, on the page that follows. */
function tellSecret({ session }: HttpContext, secret: string) {
  session.flash('secret', secret)
}

function askedDeliveries({ request }: HttpContext) {
  const before = Number(request.input('after'))
  return {
    status: oneOf(DELIVERY_STATUSES, request.input('status')),
    type: oneOf([...CHOSEN_TYPES, 'webhook.test'] as const, request.input('type')),
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  }
}

function wordsFor(switched: string | undefined): string {
  if (switched === undefined) return 'The webhook is saved.'
  return switched === 'true' ? 'The webhook is on.' : 'The webhook is off: nothing is sent.'
}
