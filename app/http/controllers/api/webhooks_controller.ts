import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { editableOfWebhook, testJson, webhookJson } from '#http/transformers/webhook_json'
import { createWebhookValidator, editWebhookValidator } from '#http/validators/api/webhooks'
import { saysVersion, unlessChanged } from '#http/versions/versions'
import ChangeWebhooks from '#webhooks/change_webhooks'
import TestWebhook from '#webhooks/test_webhook'
import { findWebhook, listWebhooks } from '#webhooks/find_webhooks'
import type Webhook from '#webhooks/webhook'

/** Who is told of events. */
@inject()
export default class WebhooksController {
  constructor(
    private change: ChangeWebhooks,
    private tester: TestWebhook
  ) {}

  /** All of them at once: there are few. */
  async index() {
    return { data: (await listWebhooks()).map(webhookJson) }
  }

  async show(ctx: HttpContext) {
    return shown(ctx, await findWebhook(ctx.params.id))
  }

  /** 201 with its secret, which is told only now. */
  async store(ctx: HttpContext) {
    const asked = await createWebhookValidator.validate(ctx.request.body())
    const { url, description = '', event_types: eventTypes = ['*'] } = asked
    const wish = { url, description, eventTypes, isEnabled: asked.is_enabled ?? true }
    const { webhook, secret } = await this.change.create(wish, apiActor(ctx))
    ctx.response.status(201).header('location', `/api/v1/webhooks/${webhook.id}`)
    return { ...webhookJson(webhook), secret }
  }

  async update(ctx: HttpContext) {
    const webhook = await findWebhook(ctx.params.id)
    const asked = await editWebhookValidator.validate(ctx.request.body())
    const { url, description, event_types: eventTypes, is_enabled: isEnabled } = asked
    const check = unlessChanged(ctx, editableOfWebhook)
    const wish = { url, description, eventTypes, isEnabled, check }
    return shown(ctx, await this.change.edit(webhook, wish, apiActor(ctx)))
  }

  async destroy(ctx: HttpContext) {
    const webhook = await findWebhook(ctx.params.id)
    await this.change.delete(webhook, apiActor(ctx), unlessChanged(ctx, editableOfWebhook))
    ctx.response.status(204).send(null)
  }

  /** The new secret, which is told only now; the old one signs as well for a day. */
  async rotate(ctx: HttpContext) {
    const webhook = await findWebhook(ctx.params.id)
    const secret = await this.change.rotateSecret(webhook, apiActor(ctx))
    return { ...webhookJson(webhook), secret }
  }

  /** 200 whatever the webhook answers: that is what was asked for. */
  async test(ctx: HttpContext) {
    const webhook = await findWebhook(ctx.params.id)
    return testJson(await this.tester.handle(webhook, apiActor(ctx)))
  }
}

function shown(ctx: HttpContext, webhook: Webhook) {
  saysVersion(ctx, editableOfWebhook(webhook))
  return webhookJson(webhook)
}
