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
import { lockedVideo } from '#videos/find_video'
import type Video from '#videos/video'
import type { Actor } from '#accounts/actor'

export interface VideoDeletion {
  videoId: number
  /** Called with the video as nobody else can change it any more; what it throws stops the deletion. */
  check?: (video: Video) => void
  by: Actor
}

/** Of the store, while it removes. */
const FILES_AT_ONCE = 16

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
  async handle(request: VideoDeletion): Promise<boolean> {
    const reminders = await db.transaction((trx) => stopWork(trx, request))
    await this.withdraw(reminders)
    return this.finish(request.videoId, 'request')
  }

  /** Removes a video that is marked and has no running job. @returns whether it was this call that did it */
  async finish(videoId: number, endedBy: EndedBy): Promise<boolean> {
    return (await this.#remove([videoId], endedBy)) === 1
  }

  /**
   * The same of many in one transaction, which costs a tenth. Where one of them stands in its way (two that wait for each
   * other) each goes alone, and is left to the reconciler if it still cannot.
   */
  async finishMany(videoIds: number[], endedBy: EndedBy): Promise<void> {
    try {
      await this.#remove(videoIds, endedBy)
    } catch (error) {
      logger.warn({ err: error, videos: videoIds.length }, 'deleting videos one by one')
      for (const id of videoIds) await this.finish(id, endedBy)
    }
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

  /** @returns how many are gone */
  async #remove(videoIds: number[], endedBy: EndedBy): Promise<number> {
    const removed = await db.transaction((trx) => removeVideoRows(trx, videoIds, endedBy))
    await this.#removeFiles(removed.keys)
    return removed.videoIds.length
  }

  /** The rows are gone already: what cannot be removed now has no owner and is removed later. */
  async #removeFiles(keys: string[]) {
    try {
      for (let at = 0; at < keys.length; at += FILES_AT_ONCE) {
        await Promise.all(keys.slice(at, at + FILES_AT_ONCE).map((key) => this.store.remove(key)))
      }
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
async function stopWork(trx: TransactionClientContract, { videoId, check, by }: VideoDeletion) {
  const video = await lockedVideo(videoId, trx)
  check?.(video)
  return markForDeletion(trx, { videoIds: [videoId], by })
}
