import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { Exception } from '@adonisjs/core/exceptions'
import Firing from '#scheduling/firing'
import Schedule from '#scheduling/schedule'
import PerformAction from '#scheduling/perform_action'

const LEASE_S = 30
const RENEW_EVERY_MS = 10_000

/** Firings that wait, or whose scheduler died while it ran them; the oldest first. */
export async function waitingFirings(): Promise<number[]> {
  const rows = await db.from('firings').select('id').whereRaw(IS_WAITING).orderBy('id')
  return rows.map((row): number => row.id)
}

const IS_WAITING = `(status = 'pending' or (status = 'running' and lease_expires_at < now()))`

/** Runs a firing to its end, which is kept with it. Any number of processes may try: one does it. */
@inject()
export default class RunFiring {
  constructor(private performAction: PerformAction) {}

  /** @returns null where somebody else runs it or ran it */
  async handle(firingId: number): Promise<Firing | null> {
    if (!(await this.#claim(firingId))) return null
    const renewing = setInterval(() => void renew(firingId), RENEW_EVERY_MS)
    try {
      return await this.#run(await Firing.findOrFail(firingId))
    } finally {
      clearInterval(renewing)
    }
  }

  async #claim(firingId: number): Promise<boolean> {
    const claimed = await db
      .from('firings')
      .where('id', firingId)
      .whereRaw(IS_WAITING)
      .update({ status: 'running', started_at: db.raw('now()'), ...lease() })
    return Number(claimed) > 0
  }

  async #run(firing: Firing): Promise<Firing> {
    const schedule = await Schedule.findOrFail(firing.scheduleId)
    try {
      const result = await this.performAction.handle(schedule.action, schedule.parameters)
      return await this.#finish(firing, 'completed', result)
    } catch (error) {
      if (!(error instanceof Exception)) {
        logger.error({ err: error, schedule: schedule.name }, 'a firing failed')
      }
      return this.#finish(firing, 'failed', (error as Error).message)
    }
  }

  async #finish(firing: Firing, status: 'completed' | 'failed', result: string) {
    const ended = { status, result, finished_at: db.raw('now()'), lease_expires_at: null }
    await db.from('firings').where({ id: firing.id, status: 'running' }).update(ended)
    return firing.refresh()
  }
}

function lease() {
  return { lease_expires_at: db.raw(`now() + interval '${LEASE_S} seconds'`) }
}

async function renew(firingId: number) {
  const renewal = db.from('firings').where({ id: firingId, status: 'running' }).update(lease())
  await renewal.catch((error) => logger.warn({ err: error, firingId }, 'the lease was not renewed'))
}
