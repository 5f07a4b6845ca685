import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Job from '#jobs/job'
import { askedBy } from '#jobs/life/asked_by'
import { activeTwin } from '#jobs/life/active_twin'
import SendReminders from '#jobs/life/send_reminders'
import { JobAlreadyActive } from '#jobs/errors'
import { lockVideoForWork } from '#jobs/life/lock_video'
import { refreshVideoStatuses } from '#jobs/life/move_job'
import { prepareWork, workDetails, type AskedWork, type PreparedWork } from '#jobs/life/asked_work'
import { holdWatermark } from '#jobs/life/needed_watermarks'
import { fairGroupOf, lastPlace } from '#jobs/lanes/fair_place'
import { recordAudit } from '#accounts/audit'
import { inSpan } from '#tracing/tracer'
import type Video from '#videos/video'
import type { Actor } from '#accounts/actor'

/** A preset by its name (its newest version is kept with the job), or an operation. */
export type JobRequest = AskedWork & {
  video: Video
  by: Actor
  /** -100 to 100; left out: 0. Higher comes earlier. */
  priority?: number
}

/**
 * Asks for one job. It is accepted once its row stands, also while the queue does not answer.
 *
 * @throws PresetNotFound, OperationNotFound, InvalidOperation, PictureNotFound
 * @throws JobAlreadyActive where the same work waits or runs
 * @throws VideoBeingDeleted
 */
@inject()
export default class StartJob {
  constructor(private reminders: SendReminders) {}

  async handle(request: JobRequest): Promise<Job> {
    return inSpan({ name: 'start job' }, async (span) => {
      const work = await prepareWork(request, request.video)
      const job = await db.transaction((trx) => this.#insert(trx, request, work))
      span?.set({ 'mediakeep.job_id': job.id, 'mediakeep.video_id': job.videoId })
      await this.reminders.handle([job.id])
      return job
    })
  }

  async #insert(trx: TransactionClientContract, request: JobRequest, prepared: PreparedWork) {
    const { video, by } = request
    await lockVideoForWork(trx, video.id)
    const work = { videoId: video.id, ...prepared }
    const active = await activeTwin(trx, work)
    if (active) throw new JobAlreadyActive(video.id, active.id)
    await holdWatermark(trx, work.recipe)

    const { priority = 0 } = request
    const fairGroup = fairGroupOf({ batchId: null, by })
    const place = (await lastPlace(trx, { lane: work.lane, fairGroup })) + 1
    const job = await Job.create(
      {
        ...{ ...work, ...askedBy(), fairGroup, place, priority },
        ...{ requestedBy: by.userId, requestedVia: by.via },
      },
      { client: trx }
    )
    await refreshVideoStatuses(trx, [video.id])
    const subject = { type: 'job', id: job.id }
    const details = { videoId: video.id, ...workDetails(request) }
    await recordAudit({ by, action: 'job.started', subject, details }, trx)
    return job.refresh()
  }
}
