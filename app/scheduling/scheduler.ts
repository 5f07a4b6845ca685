import { hostname } from 'node:os'
import { inject } from '@adonisjs/core'
import logger from '@adonisjs/core/services/logger'
import { schedule } from 'node-cron'
import { v7 as uuidv7 } from 'uuid'
import { touchHeartbeatFile } from '#jobs/heartbeat_file'
import FireDueSchedules from '#scheduling/fire_due_schedules'
import { forgetFirings } from '#scheduling/forget_firings'
import RunFiring, { waitingFirings } from '#scheduling/run_firing'
import { beatScheduler, endScheduler } from '#scheduling/scheduler_registry'

const EVERY_SECOND = '* * * * * *'
const HEARTBEAT_MS = 5_000
const FORGET_EVERY_MS = 3_600_000

/**
 * A process that keeps time: looks every second at what is due and runs it. node-cron is only the tick;
 * what is due stands in Postgres, so that edits count at once and any number of schedulers may run.
 */
@inject()
export default class Scheduler {
  readonly id = `${hostname()}-${process.pid}-${uuidv7().slice(-6)}`
  readonly #stops = new AbortController()
  readonly #running = new Map<number, Promise<void>>()
  #ticking: Promise<void> = Promise.resolve()
  #isDatabaseAway = false

  constructor(
    private fireDueSchedules: FireDueSchedules,
    private runFiring: RunFiring
  ) {}

  /** Returns after `signal`; the firings that run then end, or are left to another scheduler. */
  async run(signal: AbortSignal): Promise<void> {
    await this.#beat()
    const heartbeat = setInterval(() => void this.#beat(), HEARTBEAT_MS)
    const forgetting = setInterval(() => void this.#forget(), FORGET_EVERY_MS)
    await this.#keepTime(signal)
    clearInterval(heartbeat)
    clearInterval(forgetting)
    await endScheduler(this.id).catch((error) =>
      logger.warn({ err: error }, 'the end was not told')
    )
    logger.info('scheduler stopped')
  }

  async #keepTime(signal: AbortSignal) {
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
    this.#stops.abort()
    await Promise.all(this.#running.values())
  }

  async #beat() {
    const told = beatScheduler(this.id).then(touchHeartbeatFile)
    await told.catch((error) => logger.warn({ err: error }, 'no heartbeat'))
  }

  async #forget() {
    await forgetFirings().catch((error) => logger.warn({ err: error }, 'no history was forgotten'))
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
      const firing = await this.runFiring.handle(firingId, this.#stops.signal)
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
