import { setTimeout as delay } from 'node:timers/promises'
import type { HttpContext } from '@adonisjs/core/http'
import {
  claimAnswer,
  giveUpClaim,
  keepAnswer,
  renewClaim,
  RENEW_EVERY_MS,
  type AnswerClaim,
  type Claimed,
  type KeptAnswer,
  type KeyedRequest,
} from '#accounts/kept_answers'
import { IdempotencyKeyInFlight } from '#http/idempotency/errors'
import { keyedRequest } from '#http/idempotency/keyed_request'
import { IdempotencyKeyReused } from '#jobs/errors'
import { requestDifferences } from '#jobs/batches/request_differences'

const WAIT_MS = 3_000
const LOOK_EVERY_MS = 100
/** Of the answer, what belongs to it rather than to the connection. */
const KEPT_HEADERS = [
  ...['content-type', 'location', 'etag', 'link'],
  ...['tus-resumable', 'upload-offset', 'upload-expires'],
]
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }

/** A request that came with a key. */
export interface Keyed {
  key: string
  /** The same when it comes again after a crash, another one a day later. */
  id: number
}

const answered = new WeakMap<HttpContext, Keyed>()

/** How the request that is being answered is known; null where it has no key. */
export function keyedRequestOf(ctx: HttpContext): Keyed | null {
  return answered.get(ctx) ?? null
}

/**
 * Answers a request of a key once, and what comes again within a day with what was answered.
 *
 * @throws IdempotencyKeyReused, IdempotencyKeyInFlight
 */
export async function answerOnce(ctx: HttpContext, key: string, next: () => Promise<void>) {
  const request = keyedRequest(ctx, key)
  const claimed = await settled(request)
  if (claimed.is === 'answered') return replay(ctx, claimed.answer)
  if (claimed.is === 'another') throw new IdempotencyKeyReused(key, differences(claimed, request))
  if (claimed.is === 'in_flight') throw new IdempotencyKeyInFlight(key)
  answered.set(ctx, { key, id: claimed.claim.id })
  await answer(ctx, claimed.claim, next)
}

/** What becomes of a request that is being answered by somebody else, for a few seconds. */
async function settled(request: KeyedRequest): Promise<Claimed> {
  const until = Date.now() + WAIT_MS
  let claimed = await claimAnswer(request)
  while (claimed.is === 'in_flight' && Date.now() < until) {
    await delay(LOOK_EVERY_MS)
    claimed = await claimAnswer(request)
  }
  return claimed
}

async function answer(ctx: HttpContext, claim: AnswerClaim, next: () => Promise<void>) {
  const renewing = setInterval(() => renewClaim(claim).catch(() => undefined), RENEW_EVERY_MS)
  try {
    await next()
  } finally {
    clearInterval(renewing)
    await end(ctx, claim)
  }
}

/** What is refused or fails has done nothing, and may be tried again; the answer is not held up by the keeping of it. */
async function end(ctx: HttpContext, claim: AnswerClaim) {
  const made = answerOf(ctx)
  const ending = made ? keepAnswer(claim, made) : giveUpClaim(claim)
  await ending.catch((error) => ctx.logger.error({ err: error }, 'no answer could be kept'))
}

function answerOf({ response }: HttpContext): KeptAnswer | null {
  const status = response.getStatus()
  if (status >= 400 || response.hasStream || response.headersSent) return null
  const names = KEPT_HEADERS.filter((name) => response.getHeader(name) !== undefined)
  const said = Object.fromEntries(names.map((name) => [name, String(response.getHeader(name))]))
  const body: unknown = response.getBody()
  const isJson = typeof body === 'object' && body !== null
  const headers = isJson ? { ...JSON_TYPE, ...said } : said
  return { status, headers, body: isJson ? JSON.stringify(body) : textOf(body) }
}

function textOf(body: unknown): string | null {
  return body === null || body === undefined || body === '' ? null : String(body)
}

function replay({ response }: HttpContext, { status, headers, body }: KeptAnswer) {
  response.status(status).header('idempotency-replayed', 'true')
  for (const [name, value] of Object.entries(headers)) response.header(name, value)
  response.send(body)
}

type Another = Extract<Claimed, { is: 'another' }>

function differences({ before }: Another, now: KeyedRequest): string[] {
  const [was, is] = [addressOf(before), addressOf(now)]
  if (was !== is) return [`${was} then, ${is} now`]
  return before.said && now.said ? requestDifferences(before.said, now.said) : []
}

function addressOf({ method, path }: Pick<KeyedRequest, 'method' | 'path'>): string {
  return `${method} ${path}`
}
