import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import { v7 as uuidv7 } from 'uuid'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Batch from '#jobs/batch'
import SendReminders from '#jobs/send_reminders'
import { fairGroupOf, lastPlace } from '#jobs/fair_place'
import { laneOf, type Lane } from '#jobs/lane'
import { recordAudit } from '#accounts/audit'
import { findPresetVersion } from '#presets/find_preset_version'
import type { Actor } from '#accounts/actor'
import type PresetVersion from '#presets/preset_version'
import type { VideoStatus } from '#videos/video_status'

export interface BatchRequest {
  /** Videos in this status, the oldest first. */
  status: VideoStatus
  preset: string
  /** Null: all of them. */
  maxVideos: number | null
  by: Actor
}

export interface StartedBatch {
  batch: Batch
  jobIds: string[]
}

/** Starts a job for every video of a filter in one statement. @throws PresetNotFound */
@inject()
export default class StartBatch {
  constructor(private reminders: SendReminders) {}

  async handle(request: BatchRequest): Promise<StartedBatch> {
    const version = await findPresetVersion(request.preset)
    const started = await db.transaction((trx) => this.#insert(trx, request, version))
    await this.reminders.handle(started.jobIds)
    return started
  }

  async #insert(trx: TransactionClientContract, request: BatchRequest, version: PresetVersion) {
    const presetVersionId = version.id
    const { status, maxVideos, by, preset } = request
    const batch = await Batch.create(
      { presetVersionId, filter: { status, maxVideos }, jobCount: 0, createdBy: by.userId },
      { client: trx }
    )
    const videoIds = await this.#lockVideos(trx, request, presetVersionId)
    const jobs = videoIds.map((videoId) => ({ id: uuidv7(), videoId }))
    await this.#insertJobs(trx, jobs, { batch, by, lane: laneOf(version.recipe) })
    await batch.merge({ jobCount: jobs.length }).save()
    const subject = { type: 'batch', id: batch.id }
    const details = { preset, status, jobs: jobs.length }
    await recordAudit({ by, action: 'batch.started', subject, details }, trx)
    return { batch, jobIds: jobs.map((job) => job.id) }
  }

  async #lockVideos(trx: TransactionClientContract, request: BatchRequest, versionId: number) {
    const rows = await trx
      .from('videos')
      .select('id')
      .where('status', request.status)
      .whereNotExists((active) =>
        active
          .from('jobs')
          .whereColumn('jobs.video_id', 'videos.id')
          .where('jobs.preset_version_id', versionId)
          .whereIn('jobs.status', ['queued', 'running'])
      )
      .orderBy('id')
      .if(request.maxVideos !== null, (query) => query.limit(request.maxVideos!))
      .forUpdate()
    return rows.map((row): number => row.id)
  }

  async #insertJobs(
    trx: TransactionClientContract,
    jobs: { id: string; videoId: number }[],
    { batch, by, lane }: { batch: Batch; by: Actor; lane: Lane }
  ) {
    const fairGroup = fairGroupOf({ batchId: batch.id, by })
    const place = await lastPlace(trx, { lane, fairGroup })
    const ids = jobs.map((job) => job.id)
    const videoIds = jobs.map((job) => job.videoId)
    await trx.rawQuery(
      `insert into jobs (id, video_id, preset_version_id, batch_id, lane, fair_group, place, requested_by, requested_via)
       select id, video_id, :presetVersionId, :batchId, :lane, :fairGroup, :place + turn, :userId, :via
       from unnest(:ids::uuid[], :videoIds::int[]) with ordinality as wanted (id, video_id, turn)`,
      {
        ...{ presetVersionId: batch.presetVersionId, batchId: batch.id, lane, fairGroup, place },
        ...{ userId: by.userId as number, via: by.via, ids, videoIds },
      }
    )
    await trx.rawQuery(
      `update videos set status = 'queued', updated_at = now()
       where id = any(?::int[]) and status <> 'processing'`,
      [videoIds]
    )
  }
}
