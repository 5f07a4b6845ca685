import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import SendReminders from '#jobs/life/send_reminders'
import { reopenBatches } from '#jobs/batches/reopen_batches'
import { transientCauses } from '#jobs/failure_causes'
import { moveJobs } from '#jobs/life/move_jobs'
import { FRESH_START } from '#jobs/life/retry_job'
import { MAX_AUTOMATIC_ATTEMPTS } from '#jobs/life/retry_policy'
import { recordAudit } from '#accounts/audit'
import type { Actor } from '#accounts/actor'

/** Dead letters that are meant; what is left out does not narrow. */
export interface DeadLetterFilter {
  jobIds?: string[]
  cause?: string
  batchId?: number
  /** Only causes that a retry can cure, and not too often already. */
  isTransientOnly?: boolean
  /** The oldest so many; null: all of them. */
  maxJobs: number | null
}

/**
 * Gives failed jobs a fresh start, the oldest first, in one transaction. Passed over: those that somebody dismissed, and
 * those whose work waits or runs anew already.
 */
@inject()
export default class RetryFailedJobs {
  constructor(private reminders: SendReminders) {}

  /** @returns the ids of the jobs that wait again */
  async handle({ by, ...filter }: DeadLetterFilter & { by: Actor }): Promise<string[]> {
    const retried = await db.transaction(async (trx) => {
      const jobIds = await failed(trx, filter)
      const set = { ...FRESH_START(), place: db.knexRawQuery(NEXT_TURN) }
      const moved = await moveJobs(trx, { jobIds, from: 'failed', to: 'queued', set })
      const subject = { type: 'jobs', id: null }
      const details = { ...filter, jobs: moved.length }
      if (moved.length > 0) await recordAudit({ by, action: 'jobs.retried', subject, details }, trx)
      return moved
    })
    await reopenBatches(await batchesOf(retried))
    await this.reminders.handle(retried)
    return retried
  }
}

/** Behind what the lane has served; among each other by their ids. */
const NEXT_TURN = '(select virtual_time + 1 from lanes where name = jobs.lane)'

/** One of each work: two jobs for the same cannot wait at once. */
async function failed(trx: TransactionClientContract, filter: Omit<DeadLetterFilter, 'by'>) {
  const { jobIds, cause, batchId, isTransientOnly, maxJobs } = filter
  const rows = await trx
    .from('jobs')
    .distinctOn(['video_id', 'preset_version_id', 'operation', 'parameters'])
    .select('id', 'finished_at')
    .where('status', 'failed')
    .whereNull('dismissed_at')
    .if(jobIds, (query) => query.whereRaw('id = any(?::uuid[])', [jobIds!]))
    .if(cause, (query) => query.where('failure_cause', cause!))
    .if(batchId, (query) => query.where('batch_id', batchId!))
    .if(isTransientOnly, (query) =>
      query
        .whereIn('failure_cause', transientCauses())
        .where('attempt_count', '<', MAX_AUTOMATIC_ATTEMPTS)
    )
    .whereRaw(NO_TWIN)
    .orderByRaw('video_id, preset_version_id, operation, parameters, finished_at desc')
  const oldestFirst = rows.sort((one, other) => one.finished_at - other.finished_at)
  return oldestFirst.slice(0, maxJobs ?? undefined).map((row): string => row.id)
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
