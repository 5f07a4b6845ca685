import { setTimeout as delay } from 'node:timers/promises'
import { inject } from '@adonisjs/core'
import logger from '@adonisjs/core/services/logger'
import { claimNextImport, type ClaimedImport } from '#jobs/imports/import_lease'
import PerformImport from '#jobs/imports/perform_import'
import { DiskRoom } from '#jobs/limits/disk_room'

/** Of one process; a slow server holds up one of them. */
const AT_ONCE = 3
const LOOK_EVERY_MS = 1_000

/** Does imports as they come, several at once, until told to stop. Any number of processes may. */
@inject()
export default class RunImports {
  readonly #running = new Set<Promise<void>>()

  constructor(
    private perform: PerformImport,
    private room: DiskRoom
  ) {}

  /** Returns when what runs is handed back. */
  async run(stops: AbortSignal): Promise<void> {
    while (!stops.aborted) {
      const claimed = await this.#claim()
      if (claimed) this.#begin(claimed, stops)
      else await delay(LOOK_EVERY_MS, undefined, { signal: stops }).catch(() => undefined)
    }
    await Promise.all(this.#running)
  }

  async #claim(): Promise<ClaimedImport | null> {
    if (this.#running.size >= AT_ONCE) return null
    try {
      return (await this.room.shortage()) ? null : await claimNextImport()
    } catch (error) {
      logger.warn({ err: error }, 'no import can be claimed')
      return null
    }
  }

  #begin(claimed: ClaimedImport, stops: AbortSignal) {
    const work = this.perform
      .handle(claimed, stops)
      .catch((error) => logger.error({ err: error, importId: claimed.row.id }, 'an import broke'))
      .finally(() => this.#running.delete(work))
    this.#running.add(work)
  }
}
