import { inject } from '@adonisjs/core'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import DeleteVideo from '#jobs/life/delete_video'
import RetryFailedJobs from '#jobs/life/retry_failed_jobs'
import { deadLetters } from '#jobs/life/dead_letters'
import { markForDeletion } from '#jobs/life/mark_for_deletion'
import { lockVideos, stopJobsOf } from '#jobs/life/stop_jobs_of'
import { changeRows, type RowChange } from '#jobs/sweeps/change_rows'
import { recordAuditOfMany } from '#accounts/audit'
import type Sweep from '#jobs/sweeps/sweep'

interface Chunk {
  sweep: Sweep
  videoIds: number[]
}

export interface SweptChunk {
  /** Videos that were changed. */
  changed: number
  /** What has to wait for the commit; a crash before it harms nothing. */
  afterwards?: () => Promise<unknown>
}

/** Does what a sweep says to some of its videos, in the caller's transaction, and writes it into the audit of each. */
@inject()
export default class SweepVideos {
  constructor(
    private deleteVideo: DeleteVideo,
    private retryFailedJobs: RetryFailedJobs
  ) {}

  async handle(trx: TransactionClientContract, chunk: Chunk): Promise<SweptChunk> {
    const { action } = chunk.sweep
    switch (action) {
      case 'tag':
      case 'untag':
      case 'archive':
      case 'unarchive':
        return this.#change(trx, chunk, action)
      case 'retry':
        return this.#retry(trx, chunk)
      case 'cancel':
        return this.#cancel(trx, chunk)
      case 'delete':
        return this.#delete(trx, chunk)
      default:
        return action satisfies never
    }
  }

  async #change(trx: TransactionClientContract, chunk: Chunk, change: RowChange) {
    const { sweep, videoIds } = chunk
    await lockVideos(trx, videoIds)
    const changed = await changeRows(trx, {
      change,
      videoIds,
      tag: sweep.tag,
      by: sweep.requestedBy,
    })
    await tell(trx, sweep, changed)
    return { changed: changed.length }
  }

  /** In transactions of its own: what was retried has no failure left, so a second time does nothing. */
  async #retry(_: TransactionClientContract, { sweep, videoIds }: Chunk) {
    const letters = await deadLetters({ videoIds }).select('id')
    const jobIds = letters.map(({ id }) => id)
    if (jobIds.length === 0) return { changed: 0 }
    const request = { jobIds, maxJobs: null, by: sweep.requestedBy }
    const { length } = await this.retryFailedJobs.handle(request)
    return { changed: Math.min(length, videoIds.length) }
  }

  async #cancel(trx: TransactionClientContract, { sweep, videoIds }: Chunk) {
    const stopped = await stopJobsOf(trx, videoIds, sweep.requestedBy)
    await tell(trx, sweep, stopped.videoIds)
    const afterwards = () => this.deleteVideo.withdraw(stopped.reminders)
    return { changed: stopped.videoIds.length, afterwards }
  }

  /** Each tells its own end in the audit. What is not removed at once goes when its jobs have stopped. */
  async #delete(trx: TransactionClientContract, { sweep, videoIds }: Chunk) {
    const reminders = await markForDeletion(trx, { videoIds, by: sweep.requestedBy })
    const afterwards = async () => {
      await this.deleteVideo.withdraw(reminders)
      await this.deleteVideo.finishMany(videoIds, 'request')
    }
    return { changed: videoIds.length, afterwards }
  }
}

const AUDITED: Record<Exclude<Sweep['action'], 'retry' | 'delete'>, string> = {
  tag: 'video.tagged',
  untag: 'video.untagged',
  archive: 'video.archived',
  unarchive: 'video.unarchived',
  cancel: 'video.jobs_cancelled',
}

async function tell(trx: TransactionClientContract, sweep: Sweep, ids: number[]) {
  if (ids.length === 0) return
  const { id, action, tag, requestedBy: by } = sweep
  const details = { sweep: id, ...(tag && { tag }) }
  const subjects = { type: 'video', ids }
  await recordAuditOfMany(
    { by, action: AUDITED[action as keyof typeof AUDITED], subjects, details },
    trx
  )
}
