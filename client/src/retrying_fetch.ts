import { wait } from './wait.js'

export type Fetch = (request: Request) => Promise<Response>

export interface RetryOptions {
  /** Requests in all, the first one included. */
  maxTries: number
  /** Before the second; doubled before each other. */
  firstDelayMs: number
}

/** Worth asking again: too many, or nobody there just now. */
const TRANSIENT = new Set([429, 502, 503, 504])
const LONGEST_DELAY_MS = 30_000

/**
 * Asks again where the network breaks or the server says to come later. A POST gets an `Idempotency-Key`, so that it is done
 * once however often it is asked.
 */
export function retryingFetch(fetchOnce: Fetch, options: RetryOptions): Fetch {
  return async (request) => {
    const keyed = withKey(request)
    for (let tried = 1; ; tried += 1) {
      const isLast = tried >= options.maxTries
      const outcome = await attempt(fetchOnce, isLast ? keyed : keyed.clone())
      if (isLast || !isTransient(outcome)) return settle(outcome)
      await wait(delayMs(outcome, tried, options), request.signal)
    }
  }
}

interface Outcome {
  response?: Response
  error?: unknown
}

async function attempt(fetchOnce: Fetch, request: Request): Promise<Outcome> {
  try {
    return { response: await fetchOnce(request) }
  } catch (error) {
    if (request.signal.aborted) throw error
    return { error }
  }
}

function settle({ response, error }: Outcome): Response {
  if (response) return response
  throw error
}

function isTransient({ response }: Outcome): boolean {
  return !response || TRANSIENT.has(response.status)
}

/** As long as the server says, else longer with each try, and never all at the same time. */
function delayMs({ response }: Outcome, tried: number, { firstDelayMs }: RetryOptions): number {
  const saidS = Number(response?.headers.get('retry-after') ?? 0)
  const usual = firstDelayMs * 2 ** (tried - 1) * (0.5 + Math.random() / 2)
  return Math.min(LONGEST_DELAY_MS, Math.max(usual, saidS * 1000))
}

function withKey(request: Request): Request {
  if (request.method !== 'POST' || request.headers.has('idempotency-key')) return request
  const headers = new Headers(request.headers)
  headers.set('idempotency-key', crypto.randomUUID())
  return new Request(request, { headers })
}
