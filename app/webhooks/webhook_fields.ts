import { EVENT_TYPE_NAMES, isEventType, type EventType } from '#events/event_types'
import { OutboundError } from '#outbound/errors'
import { WebhookTypesRefused, WebhookUrlRefused } from '#webhooks/errors'
import type { Outbound } from '#outbound/outbound'

const MAX_URL_LENGTH = 2000
const MAX_DESCRIPTION_LENGTH = 200

/** `webhook.test` is sent to whoever is tested and needs no wish. */
export const CHOSEN_TYPES = EVENT_TYPE_NAMES.filter((type) => type !== 'webhook.test')

/**
 * An address that may be called as things are now; each delivery looks again.
 *
 * @throws WebhookUrlRefused
 */
export async function checkUrl(outbound: Outbound, url: string): Promise<string> {
  if (url.length > MAX_URL_LENGTH) {
    const what = `The address has ${url.length} characters`
    throw new WebhookUrlRefused(`${what}: give one of at most ${MAX_URL_LENGTH}`)
  }
  try {
    return (await outbound.check(url)).href
  } catch (error) {
    if (error instanceof OutboundError) throw new WebhookUrlRefused(error.message)
    throw error
  }
}

/** Each once; `*` stands alone. @throws WebhookTypesRefused */
export function cleanTypes(types: string[]): (EventType | '*')[] {
  if (types.includes('*')) return ['*']
  const known = types.filter(isEventType)
  if (known.length < types.length || known.length === 0) {
    throw new WebhookTypesRefused(types.find((type) => !isEventType(type)) ?? null, CHOSEN_TYPES)
  }
  return [...new Set(known)]
}

export function cleanDescription(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, MAX_DESCRIPTION_LENGTH)
}
