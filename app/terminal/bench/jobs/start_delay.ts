import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { v7 as uuidv7 } from 'uuid'
import StartJob from '#jobs/life/start_job'
import Video from '#videos/video'
import { JobQueue } from '#jobs/job_queue'
import { LaneRunner } from '#queue/lane_runner'
import { moveJob } from '#jobs/life/move_job'
import { operatorAtTerminal } from '#accounts/actor'
import { addVideos, emptyDatabase } from '#app/terminal/bench/bench_world'
import { quantile } from '#app/terminal/bench/timed'
import type { BareQueue } from '#queue/bare_queue'
import type { JobLease } from '#jobs/life/job_lease'

/** Milliseconds from the request until a worker that had nothing to do begins. */
export interface StartDelay {
  jobs: number
  ours: { p50Ms: number; p99Ms: number }
  bare: { p50Ms: number; p99Ms: number }
  /** Of the medians. */
  ratio: number
}

/** The first ones fill pools and caches. */
const WARM_UPS = 5

/** One job after the other, ours and bare in turns, each when the one before has ended. */
export async function measureStartDelay(bare: BareQueue, jobs: number): Promise<StartDelay> {
  await emptyDatabase()
  await bare.empty()
  const videoIds = await addVideos(jobs + WARM_UPS)
  const ours = await OurWorker.start()
  const theirs = await BareWorker.start(bare)
  const delays: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
  try {
    for (const id of videoIds) {
      delays.ours.push(await ours.delayOf(id))
      delays.bare.push(await theirs.delay())
    }
  } finally {
    await ours.stop()
    await theirs.stop()
  }
  const [a, b] = [quantiles(delays.ours), quantiles(delays.bare)]
  return { jobs, ours: a, bare: b, ratio: a.p50Ms / b.p50Ms }
}

function quantiles(delaysMs: number[]) {
  const warm = delaysMs.slice(WARM_UPS)
  return { p50Ms: quantile(warm, 0.5), p99Ms: quantile(warm, 0.99) }
}

/** Ends a job that does nothing, as a worker would. */
export async function complete({ jobId, token, attemptId }: JobLease): Promise<void> {
  await db.transaction(async (trx) => {
    await moveJob(trx, { jobId, from: 'running', to: 'completed', leaseToken: token })
    const ended = { status: 'completed', finished_at: db.knexRawQuery('now()') }
    await trx.from('attempts').where('id', attemptId).update(ended)
  })
}

class OurWorker {
  readonly #stops = new AbortController()
  #onBegin: () => void = () => undefined
  #onEnd: () => void = () => undefined

  private constructor(
    private startJob: StartJob,
    private runner: () => LaneRunner
  ) {}

  static async start(): Promise<OurWorker> {
    const queue = await app.container.make(JobQueue)
    const worker: OurWorker = new OurWorker(await app.container.make(StartJob), () => runner)
    const runner = new LaneRunner(queue, {
      ...{ lane: 'encode', slots: 1, workerId: 'bench', stops: worker.#stops.signal },
      work: async (lease) => {
        worker.#onBegin()
        await complete(lease)
        worker.#onEnd()
      },
    })
    return worker
  }

  async delayOf(videoId: number): Promise<number> {
    const video = await Video.findOrFail(videoId)
    const begun = new Promise<number>((resolve) => {
      this.#onBegin = () => resolve(performance.now())
    })
    const ended = new Promise<void>((resolve) => (this.#onEnd = resolve))
    const startedAt = performance.now()
    await this.startJob.handle({ video, preset: 'mobile', by: operatorAtTerminal() })
    await ended
    return (await begun) - startedAt
  }

  async stop() {
    this.#stops.abort()
    await this.runner().close()
  }
}

class BareWorker {
  #onJob: () => void = () => undefined

  private constructor(
    private queue: BareQueue,
    private end: () => Promise<void>
  ) {}

  static async start(queue: BareQueue): Promise<BareWorker> {
    const end = await queue.serve(() => worker.#onJob())
    const worker: BareWorker = new BareWorker(queue, end)
    return worker
  }

  async delay(): Promise<number> {
    const begun = new Promise<number>((resolve) => {
      this.#onJob = () => resolve(performance.now())
    })
    const startedAt = performance.now()
    await this.queue.addAll([uuidv7()])
    return (await begun) - startedAt
  }

  stop() {
    return this.end()
  }
}
