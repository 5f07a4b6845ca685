import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import type { IncomingHttpHeaders } from 'node:http'
import Webhook from '#webhooks/webhook'
import { EVENT_COLUMNS, type Event } from '#events/event'
import { eventJson } from '#events/event_json'
import { Outbound, type BriefAnswer } from '#outbound/outbound'
import { OutboundError } from '#outbound/errors'
import { openSecret } from '#webhooks/webhook_secret'
import { retryAfterS } from '#webhooks/retry_times'
import { signedHeaders } from '#webhooks/sign_message'
import type { DeliveryLease } from '#webhooks/claim_deliveries'
import type { OutboundLimits } from '#outbound/outbound_limits'

const LIMITS: OutboundLimits = {
  connectMs: 5_000,
  firstByteMs: 10_000,
  noProgressMs: 10_000,
  wholeMs: 10_000,
  maxBytes: 16 * 1024,
}
const MOST_HEADERS = 40
const MOST_OF_A_HEADER = 500

/** What came of one try. */
export interface Answer {
  requestHeaders: Record<string, string>
  status: number | null
  responseHeaders: Record<string, string> | null
  responseBody: string | null
  isBodyCut: boolean
  /** Null where the webhook took it. */
  errorCode: string | null
  error: string | null
  durationMs: number
  /** Seconds that the receiver asked for; 0 where it did not. */
  retryAfterS: number
  /** The receiver says that it is gone for good. */
  isGone: boolean
}

/** Sends one delivery once and tells what came of it, whatever that is. */
@inject()
export default class SendDelivery {
  constructor(private outbound: Outbound) {}

  async handle(lease: DeliveryLease, webhook: Webhook): Promise<Answer> {
    const body = JSON.stringify(eventJson(await eventOf(lease.eventId)))
    const startedAt = performance.now()
    let headers: Record<string, string> = {}
    const tookMs = () => Math.round(performance.now() - startedAt)
    try {
      headers = signedHeaders(
        { id: messageId(lease.eventId), attempt: lease.attempt, body, at: new Date() },
        secretsOf(webhook)
      )
      const answer = await this.outbound.post(webhook.url, { headers, body, limits: LIMITS })
      return { ...told(answer), requestHeaders: headers, durationMs: tookMs() }
    } catch (error) {
      if (!(error instanceof OutboundError) && !(error instanceof SecretUnreadable)) throw error
      return { ...unanswered(error), requestHeaders: headers, durationMs: tookMs() }
    }
  }
}

/** By which receivers know an event again that comes twice. */
export function messageId(eventId: number): string {
  return `evt_${eventId}`
}

async function eventOf(id: number): Promise<Event> {
  return db.from('events').select(EVENT_COLUMNS).where({ id }).firstOrFail()
}

class SecretUnreadable extends Error {
  code = 'SECRET_UNREADABLE'
  message = 'Its secret was kept with another APP_KEY and cannot be read: rotate it'
}

/** The newest first. */
function secretsOf({ secret, formerSecret, formerSecretUntil }: Webhook): string[] {
  const newest = openSecret(secret)
  if (newest === null) throw new SecretUnreadable()
  const isOverlapping = formerSecretUntil !== null && formerSecretUntil.toMillis() > Date.now()
  const former = isOverlapping && formerSecret ? openSecret(formerSecret) : null
  return former === null ? [newest] : [newest, former]
}

type Outcome = Omit<Answer, 'requestHeaders' | 'durationMs'>

function told({ status, headers, body, isCut }: BriefAnswer): Outcome {
  return {
    status,
    responseHeaders: briefHeaders(headers),
    responseBody: body.toString('utf8').replaceAll('\0', '\uFFFD'),
    isBodyCut: isCut,
    ...refusal(status, headers),
    retryAfterS: retryAfterS(headers['retry-after'], new Date()),
    isGone: status === 410,
  }
}

function refusal(status: number, { location }: IncomingHttpHeaders) {
  if (status >= 200 && status < 300) return { errorCode: null, error: null }
  if (status >= 300 && status < 400) {
    const to = String(location ?? 'nowhere').slice(0, MOST_OF_A_HEADER)
    const error = `It answered ${status} and leads to ${to}: redirects are not followed, give that address`
    return { errorCode: 'REDIRECTED', error }
  }
  const error = status === 410 ? 'It answered 410: it is gone for good' : `It answered ${status}`
  return { errorCode: 'ANSWERED_BADLY', error: `${error}; any status from 200 to 299 takes it` }
}

function unanswered(error: Error & { code?: string }): Outcome {
  return {
    ...{ status: null, responseHeaders: null, responseBody: null, isBodyCut: false },
    ...{ errorCode: error.code ?? 'E_OUTBOUND', error: error.message.slice(0, 1000) },
    ...{ retryAfterS: 0, isGone: false },
  }
}

function briefHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const entries = Object.entries(headers).slice(0, MOST_HEADERS)
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name.slice(0, MOST_OF_A_HEADER),
      String(value).replaceAll('\0', '\uFFFD').slice(0, MOST_OF_A_HEADER),
    ])
  )
}
