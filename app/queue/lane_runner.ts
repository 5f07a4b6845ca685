import { setTimeout as delay } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import { claimNext } from '#jobs/lanes/claim_next'
import type { Abilities } from '#jobs/lanes/abilities'
import type { JobLease } from '#jobs/life/job_lease'
import type { JobQueue, Listener } from '#jobs/job_queue'
import type { Lane } from '#jobs/lanes/lane'

/** A lane is looked at this often whatever the queue says: reminders are quick, rows are sure. */
const LOOK_EVERY_MS = 2_000

export interface LaneWork {
  lane: Lane
  /** Jobs at the same time. */
  slots: number
  workerId: string
  /** Left out: those of a worker without tags. */
  able?: Abilities
  /** Aborted: no more work is taken. */
  stops: AbortSignal
  work: (lease: JobLease) => Promise<void>
  /** False: nothing is taken now, and the lane is looked at again later. Left out: always. */
  mayTakeWork?: () => Promise<boolean>
}

/** Runs the jobs of one lane in one worker, woken by reminders and, where they do not come, by the clock. */
export class LaneRunner {
  readonly #of: LaneWork
  readonly #listener: Listener
  readonly #looking: Promise<void>
  readonly #turns = new Set<Promise<void>>()

  constructor(queue: JobQueue, of: LaneWork) {
    this.#of = of
    this.#listener = queue.listen({
      lane: of.lane,
      concurrency: of.slots,
      onReminder: () => this.#wake(),
    })
    this.#looking = this.#keepLooking()
  }

  /** Waits for what runs. */
  async close(): Promise<void> {
    await this.#looking
    await Promise.all(this.#turns)
    await this.#listener.close()
  }

  /** Sets a free slot to work; none free: those that work see what is due when they are done. */
  async #wake(): Promise<void> {
    if (this.#of.stops.aborted || this.#turns.size >= this.#of.slots) return
    const turns = this.#takeTurns().finally(() => this.#turns.delete(turns))
    this.#turns.add(turns)
    await turns
  }

  /** One job after the other until none is due. */
  async #takeTurns(): Promise<void> {
    while (!this.#of.stops.aborted) {
      const lease = await this.#claim()
      if (!lease) return
      await this.#work(lease)
    }
  }

  async #claim(): Promise<JobLease | null> {
    const { lane, workerId, able, mayTakeWork } = this.#of
    try {
      if (mayTakeWork && !(await mayTakeWork())) return null
      return await claimNext(lane, workerId, able)
    } catch (error) {
      logger.warn({ err: error, lane }, 'no job could be claimed')
      return null
    }
  }

  async #work(lease: JobLease): Promise<void> {
    try {
      await this.#of.work(lease)
    } catch (error) {
      logger.error({ err: error, jobId: lease.jobId }, 'an attempt went astray')
    }
  }

  async #keepLooking(): Promise<void> {
    const { stops } = this.#of
    while (!stops.aborted) {
      await delay(LOOK_EVERY_MS, undefined, { signal: stops }).catch(() => undefined)
      void this.#wake()
    }
  }
}
