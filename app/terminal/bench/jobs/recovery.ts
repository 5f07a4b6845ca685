import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import Job from '#jobs/job'
import { LEASE_S } from '#jobs/life/job_lease'
import { SupervisedProcess } from '#embedded/supervision/supervised_process'
import { startClip } from '#app/terminal/bench/jobs/overhead'
import { emptyDatabase } from '#app/terminal/bench/bench_world'
import { median } from '#app/terminal/bench/median'

/** Seconds from kill -9 of a worker until its job runs in another. */
export interface Recovery {
  medianS: number
  longestS: number
  rounds: number
  leaseS: number
}

const LOOK_EVERY_MS = 50
const PATIENCE_MS = 120_000
/** Long enough to be in the middle when its worker dies. */
const CLIP_S = 120

/** Two workers of one slot each; the one that has the job is killed. */
export async function measureRecovery(request: {
  rounds: number
  folder: string
  signal: AbortSignal
}): Promise<Recovery> {
  const times: number[] = []
  for (let round = 0; round < request.rounds; round++) {
    await emptyDatabase()
    times.push(await oneDeath(request))
  }
  return {
    ...{ medianS: median(times), longestS: Math.max(...times) },
    ...{ rounds: request.rounds, leaseS: LEASE_S },
  }
}

async function oneDeath(of: { folder: string; signal: AbortSignal }): Promise<number> {
  const job = await startClip({ ...of, clipS: CLIP_S })
  const workers = [1, 2].map((n) => worker(join(of.folder, `worker_${n}.log`)))
  try {
    const first = await runningBy(job.id, null)
    const victim = workers.find((one) => first.includes(`-${one.identity?.pid}-`))
    if (!victim) throw new Error(`no worker of ours is ${first}`)
    const killedAt = performance.now()
    victim.kill()
    await runningBy(job.id, first)
    return (performance.now() - killedAt) / 1000
  } finally {
    for (const one of workers) one.kill()
  }
}

function worker(logFile: string): SupervisedProcess {
  const spec = {
    ...{ name: 'worker', script: app.makePath('ace.js'), args: ['work', '--concurrency', '1'] },
    ...{ execArgv: [], cwd: app.makePath(), env: process.env, logFile, graceMs: 1_000 },
  }
  const started = new SupervisedProcess(spec, { say: () => undefined, onChange: () => undefined })
  started.start()
  return started
}

/** @returns who runs the job, once it is somebody else than `other` */
async function runningBy(jobId: string, other: string | null): Promise<string> {
  const deadline = performance.now() + PATIENCE_MS
  while (performance.now() < deadline) {
    const { status, leaseOwner } = await Job.findOrFail(jobId)
    if (status === 'running' && leaseOwner !== other) return leaseOwner!
    await delay(LOOK_EVERY_MS)
  }
  throw new Error(`the job was not taken within ${PATIENCE_MS / 1000} s`)
}
