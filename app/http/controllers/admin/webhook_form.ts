import vine from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import { EVENT_TYPES } from '#events/event_types'
import { CHOSEN_TYPES } from '#webhooks/webhook_fields'
import type Webhook from '#webhooks/webhook'
import type { WebhookWish } from '#webhooks/change_webhooks'

export const webhookForm = vine.create({
  url: vine.string().trim().maxLength(2000),
  description: vine.string().trim().maxLength(200).optional(),
  which: vine.enum(['all', 'choose'] as const),
  types: vine.array(vine.string().maxLength(60)).maxLength(50).optional(),
})

/** What may be chosen, with what it means. */
export const OFFERED_TYPES = CHOSEN_TYPES.map((type) => ({ type, means: EVENT_TYPES[type] }))

/** What the fields show: what was typed and refused, else what stands. */
export function webhookFields({ session }: HttpContext, webhook?: Webhook) {
  const typed = session.flashMessages
  const types = webhook?.eventTypes ?? ['*']
  return {
    url: typed.get('url', webhook?.url ?? ''),
    description: typed.get('description', webhook?.description ?? ''),
    which: typed.get('which', types.includes('*') ? 'all' : 'choose'),
    types: typed.get('types', types),
  }
}

export async function webhookWish({
  request,
}: HttpContext): Promise<Omit<WebhookWish, 'isEnabled'>> {
  const { url, description = '', which, types = [] } = await request.validateUsing(webhookForm)
  return { url, description, eventTypes: which === 'all' ? ['*'] : types }
}

/** So that a refusal keeps what was typed. */
export function keepTyped({ session }: HttpContext) {
  session.flashOnly(['url', 'description', 'which', 'types'])
}
