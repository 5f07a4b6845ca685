import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { redisUrl } from '#config/mediakeep'
import { BareQueue } from '#queue/bare_queue'
import type { AskedBench, JobPart } from '#app/terminal/bench/asked_bench'
import { measureBatch, type BatchCost } from '#app/terminal/bench/jobs/batch_cost'
import { emptyDatabase, requireEmptyDatabase } from '#app/terminal/bench/bench_world'
import { measureRate, type JobRate } from '#app/terminal/bench/jobs/job_rate'
import { measureOverhead, type Overhead } from '#app/terminal/bench/jobs/overhead'
import { measureRecovery, type Recovery } from '#app/terminal/bench/jobs/recovery'
import { measureStartDelay, type StartDelay } from '#app/terminal/bench/jobs/start_delay'

export interface JobsBenchRequest extends AskedBench {
  signal: AbortSignal
  onPart: (part: JobPart) => void
}

/** Parts that were not asked for are left out. */
export interface JobsBenchReport {
  batch?: BatchCost
  start?: StartDelay
  rate?: JobRate
  overhead?: Overhead[]
  recovery?: Recovery
}

/** For delays and rates: fewer tell as much, and ten thousand transactions take their time. */
const MOST_SINGLE_JOBS = 300

/**
 * What the scheduling of jobs costs beside bare BullMQ and bare SQL, in the database and the queue that the settings
 * name.
 *
 * @throws WrongUsage where the database is not empty
 */
export async function benchJobs(request: JobsBenchRequest): Promise<JobsBenchReport> {
  await requireEmptyDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'mediakeep-bench-'))
  const bare = new BareQueue(redisUrl)
  const report: JobsBenchReport = {}
  try {
    for (const part of request.parts) {
      request.signal.throwIfAborted()
      request.onPart(part)
      await MEASURES[part]({ ...request, bare, folder }, report)
    }
    return report
  } finally {
    await emptyDatabase()
    await bare.empty()
    await bare.close()
    await rm(folder, { recursive: true, force: true })
  }
}

type Within = JobsBenchRequest & { bare: BareQueue; folder: string }

const MEASURES: Record<JobPart, (of: Within, report: JobsBenchReport) => Promise<void>> = {
  batch: async (of, report) => {
    report.batch = await measureBatch(of.bare, of)
  },
  start: async (of, report) => {
    report.start = await measureStartDelay(of.bare, singles(of))
  },
  rate: async (of, report) => {
    report.rate = await measureRate(of.bare, { ...of, jobs: singles(of) })
  },
  overhead: async (of, report) => {
    report.overhead = []
    for (const clipS of of.clipsS) report.overhead.push(await measureOverhead({ ...of, clipS }))
  },
  recovery: async (of, report) => {
    report.recovery = await measureRecovery(of)
  },
}

function singles({ jobs }: { jobs: number }): number {
  return Math.min(jobs, MOST_SINGLE_JOBS)
}
