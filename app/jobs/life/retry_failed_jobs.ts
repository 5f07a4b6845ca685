import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import SendReminders from '#jobs/life/send_reminders'
import { reopenBatches } from '#jobs/batches/reopen_batches'
import { deadLetters, type DeadLetterFilter } from '#jobs/life/dead_letters'
import { lockVideosOf, moveJobs } from '#jobs/life/move_jobs'
import { FRESH_START } from '#jobs/life/retry_job'
import { outdatedJobs, startAnew } from '#jobs/life/start_anew'
import { recordAudit } from '#accounts/audit'
import type { Actor } from '#accounts/actor'

export interface RetryRequest extends DeadLetterFilter {
  /** The oldest so many; null: all of them. */
  maxJobs: number | null
  /** Where a preset has a newer version, a new job with it takes the failed one's place; else the version asked with. */
  isLatestVersion?: boolean
  by: Actor
}

/**
 * Gives failed jobs a fresh start, the oldest first, in one transaction. Passed over: those that somebody dismissed, and
 * those whose work waits or runs anew already.
 */
@inject()
export default class RetryFailedJobs {
  constructor(private reminders: SendReminders) {}

  /** @returns the ids of the jobs that wait again, or in their place */
  async handle(request: RetryRequest): Promise<string[]> {
    const { moved, anew } = await db.transaction((trx) => this.#retry(trx, request))
    await reopenBatches(await batchesOf(moved))
    const jobIds = [...moved, ...anew]
    await this.reminders.handle(jobIds)
    return jobIds
  }

  async #retry(trx: TransactionClientContract, { by, ...request }: RetryRequest) {
    const jobIds = await failed(trx, request)
    await lockVideosOf(trx, jobIds)
    const outdated = request.isLatestVersion ? await outdatedJobs(trx, jobIds) : []
    const left = new Set(outdated.map(({ id }) => id))
    const same = jobIds.filter((id) => !left.has(id))
    const set = { ...FRESH_START(), place: db.knexRawQuery(NEXT_TURN) }
    const moved = await moveJobs(trx, { jobIds: same, from: 'failed', to: 'queued', set })
    const anew = await startAnew(trx, outdated, by)
    await audit(trx, request, { by, jobs: moved.length + anew.length })
    return { moved, anew }
  }
}

async function audit(
  trx: TransactionClientContract,
  request: Omit<RetryRequest, 'by'>,
  { by, jobs }: { by: Actor; jobs: number }
) {
  const subject = { type: 'jobs', id: null }
  const details = { ...request, jobs }
  if (jobs > 0) await recordAudit({ by, action: 'jobs.retried', subject, details }, trx)
}

/** Behind what the lane has served; among each other by their ids. */
const NEXT_TURN = '(select virtual_time + 1 from lanes where name = jobs.lane)'

/** One of each work: two jobs for the same cannot wait at once. */
async function failed(trx: TransactionClientContract, request: Omit<RetryRequest, 'by'>) {
  const rows = await deadLetters(request, trx)
    .distinctOn(['video_id', 'preset_version_id', 'operation', 'parameters'])
    .select('id', 'finished_at')
    .whereRaw(NO_TWIN)
    .orderByRaw('video_id, preset_version_id, operation, parameters, finished_at desc')
    .pojo<{ id: string; finished_at: Date }>()
  const oldestFirst = rows.sort((one, other) => Number(one.finished_at) - Number(other.finished_at))
  return oldestFirst.slice(0, request.maxJobs ?? undefined).map(({ id }) => id)
}

const NO_TWIN = `not exists (
  select from jobs twin
  where twin.video_id = jobs.video_id and twin.status in ('queued', 'running')
    and twin.operation = jobs.operation and twin.parameters = jobs.parameters
    and twin.preset_version_id is not distinct from jobs.preset_version_id)`

async function batchesOf(jobIds: string[]): Promise<number[]> {
  const rows = await db
    .from('jobs')
    .distinct('batch_id')
    .whereRaw('id = any(?::uuid[])', [jobIds])
    .whereNotNull('batch_id')
  return rows.map((row) => row.batch_id)
}
