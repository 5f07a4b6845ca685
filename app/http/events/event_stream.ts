import { setTimeout as delay } from 'node:timers/promises'
import { eventJson } from '#events/event_json'
import { listEvents, newestEventId, type EventFilter } from '#events/list_events'
import type { Event } from '#events/event'

const AT_ONCE = 100
/** Proxies close what is silent for longer. */
const HEARTBEAT_MS = 15_000
/** What comes within it is read at once. */
const GATHER_MS = 50
/** How soon a client comes again after a break. */
const RETRY_MS = 2_000

export interface StreamOrder {
  filter: EventFilter
  /** Events after this id. */
  after: number
  /** Resolves at the next notice that there is something new. */
  woken: () => Promise<void>
  signal: AbortSignal
}

/**
 * Server-sent events, from an id on and without end. Each has its `id`; a line without an event moves the client's id past
 * what it did not ask for, so that it never has to be looked through again.
 */
export async function* eventStream(order: StreamOrder): AsyncGenerator<string> {
  const { filter, woken, signal } = order
  let after = order.after
  yield `retry: ${RETRY_MS}\nid: ${after}\n\n`
  while (!signal.aborted) {
    const notice = woken() // before the look: what comes meanwhile is not slept over
    const newest = await newestEventId()
    const events = await listEvents({ ...filter, after, limit: AT_ONCE })
    if (events.length > 0) yield events.map(messageOf).join('')
    if (events.length === AT_ONCE) {
      after = events[AT_ONCE - 1].id
      continue
    }
    after = Math.max(after, newest, events.at(-1)?.id ?? 0)
    if (await isSilent(notice, signal)) yield `id: ${after}\n: nothing new\n\n`
  }
}

function messageOf(event: Event): string {
  return `id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(eventJson(event))}\n\n`
}

/** @returns whether nothing was told for as long as one may be silent */
async function isSilent(notice: Promise<void>, signal: AbortSignal): Promise<boolean> {
  const ends = new AbortController()
  const either = AbortSignal.any([signal, ends.signal])
  const clock = delay(HEARTBEAT_MS, true, { signal: either }).catch(() => false)
  const silent = await Promise.race([notice.then(() => false), clock])
  ends.abort()
  if (!silent) await delay(GATHER_MS, undefined, { signal }).catch(() => undefined)
  return silent && !signal.aborted
}
