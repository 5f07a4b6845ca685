import { inject } from '@adonisjs/core'
import logger from '@adonisjs/core/services/logger'
import { schedule } from 'node-cron'
import FireDueSchedules from '#scheduling/fire_due_schedules'
import RunFiring, { waitingFirings } from '#scheduling/run_firing'

const EVERY_SECOND = '* * * * * *'

/**
 * A process that keeps time: looks every second at what is due and runs it. node-cron is only the tick;
 * what is due stands in Postgres, so that edits count at once and any number of schedulers may run.
 */
@inject()
export default class Scheduler {
  readonly #running = new Map<number, Promise<void>>()
  #ticking: Promise<void> = Promise.resolve()
  #isDatabaseAway = false

  constructor(
    private fireDueSchedules: FireDueSchedules,
    private runFiring: RunFiring
  ) {}

  /** Returns after `signal` and the end of the firings that ran then. */
  async run(signal: AbortSignal): Promise<void> {
    const tick = () => (this.#ticking = this.#tick())
    const clock = schedule(EVERY_SECOND, tick, {
      noOverlap: true,
      suppressMissedWarning: true,
      logger,
    })
    logger.info('scheduler started')
    await aborted(signal)
    await clock.destroy()
    await this.#ticking
    await Promise.all(this.#running.values())
    logger.info('scheduler stopped')
  }

  async #tick() {
    try {
      await this.fireDueSchedules.handle()
      for (const firingId of await waitingFirings()) this.#start(firingId)
      if (this.#isDatabaseAway) logger.info('the database answers again')
      this.#isDatabaseAway = false
    } catch (error) {
      if (!this.#isDatabaseAway) logger.error({ err: error }, 'no schedule can fire')
      this.#isDatabaseAway = true
    }
  }

  /** Not waited for: a long action must not stop the clock. */
  #start(firingId: number) {
    if (this.#running.has(firingId)) return
    const run = this.#run(firingId).finally(() => this.#running.delete(firingId))
    this.#running.set(firingId, run)
  }

  async #run(firingId: number) {
    try {
      const firing = await this.runFiring.handle(firingId)
      if (!firing) return
      const { scheduleId, status, result } = firing
      logger.info({ firingId, scheduleId, status, result }, 'schedule fired')
    } catch (error) {
      logger.error({ err: error, firingId }, 'the end of a firing was not kept: it is run again')
    }
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
