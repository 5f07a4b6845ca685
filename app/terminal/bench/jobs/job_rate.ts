import app from '@adonisjs/core/services/app'
import { v7 as uuidv7 } from 'uuid'
import StartBatch from '#jobs/batches/start_batch'
import { JobQueue } from '#jobs/job_queue'
import { LaneRunner } from '#queue/lane_runner'
import { claimNext } from '#jobs/lanes/claim_next'
import { operatorAtTerminal } from '#accounts/actor'
import { addVideos, emptyDatabase } from '#app/terminal/bench/bench_world'
import { median } from '#app/terminal/bench/median'
import { complete } from '#app/terminal/bench/jobs/start_delay'
import { timedMs } from '#app/terminal/bench/timed'
import type { BareQueue } from '#queue/bare_queue'

/** Jobs a second that do nothing, one at a time. */
export interface JobRate {
  jobs: number
  /** Claim and completion alone. */
  claims: number
  /** A worker's lane, woken by reminders. */
  lane: number
  bare: number
  /** Of the lane, median of the rounds. */
  ratio: number
}

/** Empties a queue of so many jobs: by hand, by a lane and by bare BullMQ, in turns. */
export async function measureRate(
  bare: BareQueue,
  { jobs, rounds }: { jobs: number; rounds: number }
): Promise<JobRate> {
  const [claims, lane, theirs]: number[][] = [[], [], []]
  for (let round = 0; round < rounds; round++) {
    claims.push(perSecond(jobs, await byHand(jobs)))
    lane.push(perSecond(jobs, await byLane(jobs)))
    theirs.push(perSecond(jobs, await byBare(bare, jobs)))
  }
  return {
    ...{ jobs, claims: median(claims), lane: median(lane), bare: median(theirs) },
    ratio: median(lane.map((rate, round) => rate / theirs[round])),
  }
}

function perSecond(jobs: number, ms: number): number {
  return (jobs * 1000) / ms
}

async function enqueue(jobs: number) {
  await emptyDatabase()
  await addVideos(jobs)
  const start = await app.container.make(StartBatch)
  await start.handle({ preset: 'mobile', maxVideos: null, by: operatorAtTerminal() })
}

async function byHand(jobs: number): Promise<number> {
  await enqueue(jobs)
  return timedMs(async () => {
    let lease = await claimNext('encode', 'bench')
    while (lease) {
      await complete(lease)
      lease = await claimNext('encode', 'bench')
    }
  })
}

async function byLane(jobs: number): Promise<number> {
  await enqueue(jobs)
  const stops = new AbortController()
  const queue = await app.container.make(JobQueue)
  return timedMs(async () => {
    const done = counted(jobs)
    const runner = new LaneRunner(queue, {
      ...{ lane: 'encode', slots: 1, workerId: 'bench', stops: stops.signal },
      work: (lease) => complete(lease).then(done.one),
    })
    await done.all
    stops.abort()
    void runner.close()
  })
}

async function byBare(bare: BareQueue, jobs: number): Promise<number> {
  await bare.empty()
  await bare.addAll(Array.from({ length: jobs }, () => uuidv7()))
  let end = async () => {}
  const ms = await timedMs(async () => {
    const done = counted(jobs)
    end = await bare.serve(done.one)
    await done.all
  })
  await end()
  return ms
}

/** Settles when it was called so often. */
function counted(times: number) {
  const { promise: all, resolve } = Promise.withResolvers<void>()
  let left = times
  const one = () => {
    left -= 1
    if (left === 0) resolve()
  }
  return { all, one }
}
