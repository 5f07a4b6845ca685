import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { v7 as uuidv7 } from 'uuid'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Batch, { type BatchSelection } from '#jobs/batches/batch'
import { eligibleVideos } from '#jobs/batches/eligible_videos'
import { askedBy } from '#jobs/life/asked_by'
import SendReminders from '#jobs/life/send_reminders'
import { IdempotencyKeyReused } from '#jobs/errors'
import { requestDifferences } from '#jobs/batches/request_differences'
import { fairGroupOf, lastPlace } from '#jobs/lanes/fair_place'
import { needsOf } from '#jobs/life/asked_work'
import { recordAudit } from '#accounts/audit'
import { workerTagsOf } from '#presets/worker_tags'
import { findPresetVersion } from '#presets/find_preset_version'
import type { Actor } from '#accounts/actor'
import type PresetVersion from '#presets/preset_version'
import type { VideoFilter } from '#videos/matching_videos'

export interface BatchRequest extends VideoFilter {
  preset: string
  /** The oldest so many; null: all of them. */
  maxVideos: number | null
  /** Jobs that run before the others; left out: none. */
  canarySize?: number
  /** -100 to 100; left out: 0. Higher comes earlier. */
  priority?: number
  /** Only workers that have all of these, and those of the preset, take its jobs. */
  workerTags?: readonly string[]
  /** The same key and request again gives the same batch. */
  idempotencyKey?: string
  by: Actor
}

export interface StartedBatch {
  batch: Batch
  /** Empty where the batch was started by an earlier request of the same key. */
  jobIds: string[]
}

/** Starts a job for every video of a filter, the oldest first, in one transaction. */
@inject()
export default class StartBatch {
  constructor(private reminders: SendReminders) {}

  /** @throws PresetNotFound, IdempotencyKeyReused */
  async handle(request: BatchRequest): Promise<StartedBatch> {
    const version = await findPresetVersion(request.preset)
    const started = await db.transaction((trx) => this.#start(trx, request, version))
    await this.reminders.handle(started.jobIds)
    return started
  }

  async #start(trx: TransactionClientContract, request: BatchRequest, version: PresetVersion) {
    const earlier = await this.#earlier(trx, request)
    if (earlier) return { batch: earlier, jobIds: [] }
    const { by, canarySize = 0, priority = 0 } = request
    const batch = await this.#insertBatch(trx, request, version)
    const videoIds = await lockVideos(trx, request, version.id)
    const jobs = videoIds.map((videoId) => ({ id: uuidv7(), videoId }))
    const needs = needsOf(version.recipe, version.limits.workerTags, request.workerTags)
    await insertJobs(trx, jobs, { batch, by, needs, priority })
    const isWhole = canarySize === 0 || jobs.length <= canarySize
    const finishedAt = jobs.length === 0 ? DateTime.now() : null
    const releasedAt = isWhole ? DateTime.now() : null
    await batch.merge({ jobCount: jobs.length, releasedAt, finishedAt }).save()
    const subject = { type: 'batch', id: batch.id }
    const details = { ...batch.request, jobs: jobs.length }
    await recordAudit({ by, action: 'batch.started', subject, details }, trx)
    return { batch, jobIds: (isWhole ? jobs : jobs.slice(0, canarySize)).map(({ id }) => id) }
  }

  #insertBatch(trx: TransactionClientContract, request: BatchRequest, version: PresetVersion) {
    const { by, canarySize = 0, idempotencyKey = null } = request
    return Batch.create(
      {
        ...{ presetVersionId: version.id, filter: selectionOf(request), jobCount: 0 },
        request: wholeRequest(request),
        ...{ canarySize, idempotencyKey, createdBy: by.userId },
      },
      { client: trx }
    )
  }

  /** The batch of the same key, waiting for a request of that key that is being answered. */
  async #earlier(trx: TransactionClientContract, request: BatchRequest) {
    const { idempotencyKey } = request
    if (!idempotencyKey) return null
    await trx.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 0))', [idempotencyKey])
    const batch = await Batch.findBy({ idempotencyKey }, { client: trx })
    if (!batch) return null
    const now = wholeRequest(request)
    const { preset, priority } = now // of batches of before only the filter is known
    const before = batch.request ?? {
      preset,
      priority,
      canarySize: batch.canarySize,
      ...batch.filter,
    }
    const differences = requestDifferences(before, now)
    if (differences.length > 0) throw new IdempotencyKeyReused(idempotencyKey, differences)
    return batch
  }
}

/** All that is asked for; a newer version of the preset, or another person, makes it no other request. */
function wholeRequest(request: BatchRequest): Record<string, unknown> {
  const { preset, canarySize = 0, priority = 0 } = request
  const workerTags = workerTagsOf(request.workerTags)
  const needs = workerTags.length > 0 ? { workerTags } : {}
  return { preset, canarySize, priority, ...needs, ...selectionOf(request) }
}

/** What is meant, without what is not said. */
function selectionOf(request: BatchRequest): BatchSelection {
  const { preset, canarySize, priority, workerTags, idempotencyKey, by, ...selection } = request
  return JSON.parse(JSON.stringify(selection))
}

/** Those that are not being processed with the preset already. */
async function lockVideos(
  trx: TransactionClientContract,
  request: BatchRequest,
  versionId: number
): Promise<number[]> {
  const videos = await eligibleVideos(request, versionId, trx)
    .select('id')
    .orderBy('id')
    .if(request.maxVideos !== null, (query) => query.limit(request.maxVideos!))
    .forUpdate()
    .pojo<{ id: number }>()
  return withoutActive(
    trx,
    versionId,
    videos.map(({ id }) => id)
  )
}

/** Looks again once they are locked: what was waited for may have started the same. */
async function withoutActive(
  trx: TransactionClientContract,
  versionId: number,
  videoIds: number[]
): Promise<number[]> {
  const rows = await trx
    .from('jobs')
    .select('video_id')
    .where('preset_version_id', versionId)
    .whereIn('status', ['queued', 'running'])
    .whereRaw('video_id = any(?::int[])', [videoIds])
  const active = new Set(rows.map((row) => row.video_id))
  return videoIds.filter((id) => !active.has(id))
}

async function insertJobs(
  trx: TransactionClientContract,
  jobs: { id: string; videoId: number }[],
  {
    batch,
    by,
    needs,
    priority,
  }: { batch: Batch; by: Actor; needs: ReturnType<typeof needsOf>; priority: number }
) {
  const fairGroup = fairGroupOf({ batchId: batch.id, by })
  const place = await lastPlace(trx, { lane: needs.lane, fairGroup })
  const videoIds = jobs.map((job) => job.videoId)
  await trx.rawQuery(
    `insert into jobs (id, video_id, preset_version_id, batch_id, lane, worker_tags, payload_version, fair_group, place,
       priority, is_held, requested_by, requested_via, request_id, trace_parent)
     select id, video_id, :presetVersionId, :batchId, :lane, :workerTags::text[], :payloadVersion, :fairGroup,
       :place + turn, :priority, :canarySize > 0 and turn > :canarySize, :userId, :via, :requestId,
       :traceParent
     from unnest(:ids::uuid[], :videoIds::int[]) with ordinality as wanted (id, video_id, turn)`,
    {
      ...{
        presetVersionId: batch.presetVersionId,
        batchId: batch.id,
        ...needs,
        fairGroup,
        place,
        priority,
      },
      ...{ canarySize: batch.canarySize, userId: by.userId as number, via: by.via },
      ...(askedBy() as Record<string, string>),
      ...{ ids: jobs.map((job) => job.id), videoIds },
    }
  )
  await trx.rawQuery(
    `update videos set status = 'queued', updated_at = now()
     where id = any(?::int[]) and status <> 'processing'`,
    [videoIds]
  )
}
