import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { backoffS, MAX_LOST, triesAgain, USUAL_MAX_FAILURES } from '#jobs/life/retry_policy'
import { describeCause } from '#jobs/failure_causes'
import { lockVideoOf, moveJob } from '#jobs/life/move_job'
import type { AttemptStatus } from '#jobs/job_state'
import type { JobLease } from '#jobs/life/job_lease'

export interface AttemptFailure {
  cause: string
  /** For people; the cause's own sentence where there is nothing more to say. */
  message: string
  evidence: string
}

/** What became of the job: null where the lease was lost and nothing was written. */
export type AttemptEnd = 'failed' | 'waits_for_retry' | 'cancelled' | 'handed_back' | null

/**
 * Ends the attempt as failed; the job waits for another try where that can help, else it failed.
 *
 * @param maxFailures what the settings say; the job's preset may say otherwise
 */
export async function failAttempt(
  lease: JobLease,
  failure: AttemptFailure,
  maxFailures = USUAL_MAX_FAILURES
): Promise<AttemptEnd> {
  return db.transaction(async (trx) => {
    const { before, most } = await failuresOf(trx, lease.jobId)
    const failures = before + 1
    const retries = triesAgain(failure.cause, failures, most ?? maxFailures)
    const waitS = backoffS(failures, Math.random())
    const to = retries ? await backTo(trx, lease.jobId) : 'failed'
    const moved = await moveJob(trx, {
      jobId: lease.jobId,
      from: 'running',
      to,
      leaseToken: lease.token,
      set: {
        failure_count: failures,
        failure_cause: failure.cause,
        failure_message: failure.message,
        ...(retries && { due_at: db.knexRawQuery(`now() + ? * interval '1 second'`, [waitS]) }),
      },
    })
    if (!moved) return null
    await endAttempt(trx, lease, 'failed', failure)
    return to === 'queued' ? 'waits_for_retry' : to
  })
}

/** Where a job goes that is not over: into the line, unless somebody cancelled it meanwhile. Nobody can until the end. */
async function backTo(trx: TransactionClientContract, jobId: string) {
  await lockVideoOf(trx, jobId)
  const job = await trx.from('jobs').where('id', jobId).select('cancel_requested_at').first()
  return job?.cancel_requested_at ? 'cancelled' : 'queued'
}

/** How often the job failed, and how often it may by its preset; null: as the settings say. */
async function failuresOf(
  trx: TransactionClientContract,
  jobId: string
): Promise<{ before: number; most: number | null }> {
  const row = await trx
    .from('jobs')
    .leftJoin('preset_versions', 'preset_versions.id', 'jobs.preset_version_id')
    .where('jobs.id', jobId)
    .select('failure_count as before')
    .select(db.raw(`(limits ->> 'maxFailures')::int as most`))
    .first()
  return row ?? { before: 0, most: null }
}

/** Ends the attempt because somebody cancelled the job. */
export async function cancelAttempt(lease: JobLease): Promise<AttemptEnd> {
  return db.transaction(async (trx) => {
    const move = { jobId: lease.jobId, leaseToken: lease.token } as const
    const moved = await moveJob(trx, { ...move, from: 'running', to: 'cancelled' })
    if (moved) await endAttempt(trx, lease, 'cancelled')
    return moved ? 'cancelled' : null
  })
}

/** Gives the job back unharmed because the worker is told to stop: no failure is counted. */
export async function handBackAttempt(lease: JobLease): Promise<AttemptEnd> {
  return db.transaction(async (trx) => {
    const to = await backTo(trx, lease.jobId)
    const move = { jobId: lease.jobId, leaseToken: lease.token } as const
    if (!(await moveJob(trx, { ...move, from: 'running', to }))) return null
    const end = to === 'queued' ? 'handed_back' : 'cancelled'
    await endAttempt(trx, lease, end)
    return end
  })
}

/** Takes the job from a worker whose lease ran out. @returns whether it was this call that did it */
export async function declareLost(jobId: string, token: number): Promise<boolean> {
  return db.transaction(async (trx) => {
    await lockVideoOf(trx, jobId)
    const job = await trx.from('jobs').where({ id: jobId, lease_token: token }).first()
    if (!job) return false
    const moved = await moveJob(trx, {
      jobId,
      from: 'running',
      leaseToken: token,
      where: 'lease_expires_at < now()',
      ...afterLoss(job),
    })
    if (!moved) return false
    const attempt = await trx.from('attempts').where({ job_id: jobId, lease_token: token }).first()
    await endAttempt(trx, { jobId, token, attemptId: attempt.id }, 'lost')
    return true
  })
}

function afterLoss(job: { lost_count: number; cancel_requested_at: Date | null }) {
  const lost = { lost_count: job.lost_count + 1 }
  if (job.cancel_requested_at) return { to: 'cancelled', set: lost } as const
  if (lost.lost_count < MAX_LOST) return { to: 'queued', set: lost } as const
  const failure = {
    failure_cause: 'WORKER_LOST',
    failure_message: describeCause('WORKER_LOST').sentence,
  }
  return { to: 'failed', set: { ...lost, ...failure } } as const
}

/** Closes the attempt's own record, in the transaction that moves its job. */
export async function endAttempt(
  trx: TransactionClientContract,
  lease: JobLease,
  status: Exclude<AttemptStatus, 'running'>,
  failure?: AttemptFailure
) {
  await trx
    .from('attempts')
    .where({ id: lease.attemptId, status: 'running' })
    .update({
      status,
      finished_at: db.knexRawQuery('now()'),
      cause: failure?.cause ?? (status === 'lost' ? 'WORKER_LOST' : null),
      ...(failure && { message: failure.message, evidence: failure.evidence }),
    })
}
