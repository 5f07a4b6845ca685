import { setTimeout as delay } from 'node:timers/promises'
import { JobQueue, type Listener, type Listening } from '#jobs/job_queue'
import type { Reminder, SentReminder } from '#jobs/job_queue'

interface Held {
  reminder: Reminder
  state: 'waiting' | 'delayed' | 'active'
}

const LOOK_EVERY_MS = 10

/** The queue within one process: forgets everything with it. For tests and benchmarks. */
export class MemoryJobQueue extends JobQueue {
  readonly #held = new Map<string, Held>()
  readonly #seen = new Set<string>()
  readonly #closed = new AbortController()

  async send(reminders: Reminder[]) {
    for (const reminder of reminders) {
      if (this.#seen.has(reminder.id)) continue
      this.#seen.add(reminder.id)
      const held: Held = { reminder, state: reminder.delayMs > 0 ? 'delayed' : 'waiting' }
      this.#held.set(reminder.id, held)
      if (held.state === 'delayed') void this.#ripen(held)
    }
  }

  async missing(reminders: SentReminder[]) {
    return reminders.filter(({ id }) => !this.#held.has(id))
  }

  async withdraw(reminders: SentReminder[]) {
    for (const { id } of reminders) {
      if (this.#held.get(id)?.state !== 'active') this.#held.delete(id)
    }
  }

  async waiting() {
    const waiting = [...this.#held.values()].filter(({ state }) => state !== 'active')
    return waiting.map(({ reminder: { id, jobId, lane } }) => ({ id, jobId, lane }))
  }

  async counts() {
    const count = (state: Held['state']) =>
      [...this.#held.values()].filter((held) => held.state === state).length
    return { waiting: count('waiting'), delayed: count('delayed'), active: count('active') }
  }

  listen(listening: Listening): Listener {
    const stops = new AbortController()
    const slots = Array.from({ length: listening.concurrency }, () =>
      this.#serve(listening, AbortSignal.any([stops.signal, this.#closed.signal]))
    )
    return {
      close: async () => {
        stops.abort()
        await Promise.all(slots)
      },
    }
  }

  /** Loses everything, as Redis does on FLUSHALL. */
  forget() {
    this.#held.clear()
  }

  async close() {
    this.#closed.abort()
  }

  async #ripen(held: Held) {
    const signal = this.#closed.signal
    await delay(held.reminder.delayMs, undefined, { signal }).catch(() => undefined)
    if (held.state === 'delayed') held.state = 'waiting'
  }

  async #serve({ lane, onReminder }: Listening, stops: AbortSignal) {
    while (!stops.aborted) {
      const held = this.#next(lane)
      if (!held) {
        await delay(LOOK_EVERY_MS, undefined, { signal: stops }).catch(() => undefined)
        continue
      }
      held.state = 'active'
      await onReminder(held.reminder.jobId)
      this.#held.delete(held.reminder.id)
    }
  }

  #next(lane: Reminder['lane']): Held | undefined {
    return [...this.#held.values()].find(
      ({ state, reminder }) => state === 'waiting' && reminder.lane === lane
    )
  }
}
