import logger from '@adonisjs/core/services/logger'
import { tellIdle } from '#jobs/worker_registry'
import type { DiskRoom } from '#jobs/limits/disk_room'

const LOOK_EVERY_MS = 1_000

/** Why this worker takes no work now; told once when it changes, in the log and in the worker's row. */
export class IdleReason {
  #reason: string | null = null
  #looked: Promise<string | null> | null = null
  #lookedAt = 0

  constructor(
    private readonly workerId: string,
    private readonly room: DiskRoom
  ) {}

  /** Null: it may take work. */
  now(): Promise<string | null> {
    const isFresh = this.#looked && performance.now() - this.#lookedAt < LOOK_EVERY_MS
    if (!isFresh) {
      this.#lookedAt = performance.now()
      this.#looked = this.#look()
    }
    return this.#looked!
  }

  async #look(): Promise<string | null> {
    const reason = await this.room.shortage()
    if ((reason === null) === (this.#reason === null)) return reason
    this.#reason = reason
    const { workerId } = this
    if (reason) logger.warn({ workerId }, `no work is taken: ${reason}`)
    else logger.info({ workerId }, 'there is room again: work is taken')
    await tellIdle(workerId, reason).catch(() => undefined)
    return reason
  }
}
