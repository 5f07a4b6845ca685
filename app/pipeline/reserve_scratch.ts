import { statfs } from 'node:fs/promises'
import { hostname } from 'node:os'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { askAbilities } from '#media/run/ask_abilities'
import { planEncode } from '#media/plan/encode_plan'
import { scratchNeeded } from '#media/plan/scratch_needed'
import { describeCause } from '#jobs/failure_causes'
import type Job from '#jobs/job'
import type { JobLease } from '#jobs/life/job_lease'
import type { PipelineSettings } from '#pipeline/pipeline_settings'

export interface ScratchRequest {
  job: Job
  lease: JobLease
  scratchPath: string
}

/** There is less room than the attempt may need. */
export class ScratchTooSmall extends Error {
  constructor(
    readonly neededBytes: number,
    readonly freeBytes: number
  ) {
    super('too little scratch')
  }

  get failure() {
    const { sentence } = describeCause('SCRATCH_TOO_SMALL')
    const numbers = `${mib(this.neededBytes)} may be needed, ${mib(this.freeBytes)} are free`
    return { cause: 'SCRATCH_TOO_SMALL', message: `${sentence.replace(/\.$/, '')}: ${numbers}` }
  }
}

/**
 * Keeps as much scratch free for the attempt as it may need. What others of this machine reserved and did not use yet
 * is not free; a reservation ends with its attempt.
 *
 * @throws ScratchTooSmall; MediaError where the plan is refused
 */
export async function reserveScratch(
  settings: PipelineSettings,
  { job, lease, scratchPath }: ScratchRequest
): Promise<void> {
  const abilities = await askAbilities(settings.binaries)
  const plan = planEncode(job.video.mediaInfo, job.wantedRecipe, { abilities })
  const neededBytes = scratchNeeded(plan, job.video.sizeBytes)
  await db.transaction(async (trx) => {
    const host = hostname()
    await trx.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`scratch ${host}`])
    const freeBytes = (await diskFree(scratchPath)) - (await reservedByOthers(trx, host, lease))
    if (freeBytes < neededBytes) throw new ScratchTooSmall(neededBytes, Math.max(0, freeBytes))
    await trx
      .from('attempts')
      .where('id', lease.attemptId)
      .update({ host_name: host, reserved_bytes: neededBytes })
  })
}

async function diskFree(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path)
  return bavail * bsize
}

async function reservedByOthers(
  trx: TransactionClientContract,
  host: string,
  { attemptId }: JobLease
): Promise<number> {
  const [{ total }] = await trx
    .from('attempts')
    .where({ status: 'running', host_name: host })
    .whereNot('id', attemptId)
    .select(
      db.raw('coalesce(sum(greatest(0, reserved_bytes - coalesce(scratch_bytes, 0))), 0) as total')
    )
  return Number(total)
}

function mib(bytes: number): string {
  return `${Math.ceil(bytes / (1024 * 1024))} MiB`
}
