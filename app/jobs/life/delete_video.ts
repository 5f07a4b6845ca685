import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { JobQueue, type SentReminder } from '#jobs/job_queue'
import { QueueUnreachable } from '#jobs/errors'
import { markForDeletion } from '#jobs/life/mark_for_deletion'
import { removeVideoRows, type EndedBy } from '#jobs/life/remove_video_rows'
import { MediaStore } from '#storage/media_store'
import { StorageUnreachable } from '#storage/errors'
import { VideoNotFound } from '#videos/errors'
import type { Actor } from '#accounts/actor'

/**
 * Deletes a video with its jobs and renditions, rows first and bytes after their commit: what a crash leaves between the
 * two is a file without owner, which the reconciler removes. Jobs are cancelled first. While one of them runs the video
 * is only marked: nothing new is begun for it, and it goes when the worker has let go or its lease has run out.
 */
@inject()
export default class DeleteVideo {
  constructor(
    private store: MediaStore,
    private queue: JobQueue
  ) {}

  /** @returns whether it is gone; false: it goes by itself, within seconds. @throws VideoNotFound */
  async handle({ videoId, by }: { videoId: number; by: Actor }): Promise<boolean> {
    const reminders = await db.transaction((trx) => stopWork(trx, videoId, by))
    await this.withdraw(reminders)
    return this.finish(videoId, 'request')
  }

  /** Removes a video that is marked and has no running job. @returns whether it was this call that did it */
  async finish(videoId: number, endedBy: EndedBy): Promise<boolean> {
    const keys = await db.transaction((trx) => removeVideoRows(trx, videoId, endedBy))
    if (keys === null) return false
    await this.#removeFiles(keys)
    return true
  }

  /** After an attempt: removes its video if that is what was waited for. */
  async ofJob(jobId: string): Promise<void> {
    const marked = await db
      .from('videos')
      .join('jobs', 'jobs.video_id', 'videos.id')
      .where('jobs.id', jobId)
      .whereNotNull('videos.deletion_requested_at')
      .select('videos.id')
      .first()
    if (marked) await this.finish(marked.id, 'worker')
  }

  /** The rows are gone already: what cannot be removed now has no owner and is removed later. */
  async #removeFiles(keys: string[]) {
    try {
      for (const key of keys) await this.store.remove(key)
    } catch (error) {
      if (!(error instanceof StorageUnreachable)) throw error
      logger.warn({ err: error }, 'files of a deleted video are left to the reconciler')
    }
  }

  /** A reminder that stays does no harm. */
  async withdraw(reminders: SentReminder[]) {
    if (reminders.length === 0) return
    await this.queue.withdraw(reminders).catch((error) => {
      if (!(error instanceof QueueUnreachable)) throw error
    })
  }
}

/** @returns the reminders of what waited */
async function stopWork(trx: TransactionClientContract, videoId: number, by: Actor) {
  const video = await trx.from('videos').where('id', videoId).forUpdate().select('id').first()
  if (!video) throw new VideoNotFound(videoId)
  return markForDeletion(trx, { videoIds: [videoId], by })
}
