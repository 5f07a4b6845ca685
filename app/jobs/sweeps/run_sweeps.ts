import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Sweep from '#jobs/sweeps/sweep'
import SweepVideos from '#jobs/sweeps/sweep_videos'

/** Videos of one transaction, which holds them locked. */
const CHUNK = 1_000
/** Deleting one takes as long as changing several, for its files go too. */
const DELETION_CHUNK = 250
/** The reconciler has more to do. */
const ROUND_MS = 5_000

/**
 * Works through what people started. Any number of processes may call it: a sweep belongs to whoever holds its row, and
 * what a crash leaves goes on behind the last chunk that was committed.
 */
@inject()
export default class RunSweeps {
  constructor(private videos: SweepVideos) {}

  /** All that are open, for some seconds. */
  async handle(): Promise<void> {
    const open = await Sweep.query().select('id').whereNull('finished_at').orderBy('id')
    for (const { id } of open) await this.one(id, ROUND_MS / open.length)
  }

  /** One of them, for so long or to its end. */
  async one(id: number, budgetMs: number): Promise<void> {
    const until = performance.now() + budgetMs
    let hasMore = true
    while (hasMore && performance.now() < until) hasMore = await this.#chunk(id)
  }

  /** @returns whether there is more to do for this process */
  async #chunk(id: number): Promise<boolean> {
    const step = await db.transaction((trx) => this.#step(trx, id))
    if (!step) return false
    await step.afterwards?.()
    return !step.isLast
  }

  async #step(trx: TransactionClientContract, id: number) {
    const sweep = await Sweep.query({ client: trx })
      .where('id', id)
      .whereNull('finished_at')
      .forUpdate()
      .skipLocked()
      .first()
    if (!sweep) return null
    const { done, action } = sweep
    const size = action === 'delete' ? DELETION_CHUNK : CHUNK
    const videoIds = sweep.videoIds.slice(done, done + size)
    const { changed, afterwards } = await this.videos.handle(trx, { sweep, videoIds })
    const isLast = done + videoIds.length >= sweep.total
    await trx
      .from('sweeps')
      .where('id', id)
      .update({
        done: done + videoIds.length,
        changed: sweep.changed + changed,
        ...(isLast && { finished_at: db.raw('now()') }),
      })
    return { isLast, afterwards }
  }
}
