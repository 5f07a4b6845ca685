import { DateTime } from 'luxon'
import {
  etaOfRunning,
  etaOfWaiting,
  inParallel,
  leftOf,
  rangeOf,
  sumOf,
} from '#jobs/forecast/forecast'
import type { EtaRange, Expected } from '#jobs/forecast/forecast'
import { laneSlots } from '#jobs/forecast/lane_slots'
import { lineOf, placesOf, runningIn, type Running, type Waiting } from '#jobs/forecast/queue_line'
import type { Eta, JobForecast } from '#jobs/forecast/job_forecast'
import type Job from '#jobs/job'
import { LANES, type Lane } from '#jobs/lanes/lane'
import { nobodyTakes } from '#jobs/lanes/nobody_takes'
import { liveWorkers, type LiveWorker } from '#jobs/worker_registry'

const NO_FORECAST: JobForecast = { position: null, eta: null }

/** When all that waits or runs now is done, over all lanes; null where that cannot be told or nothing is there. */
export async function forecastQueue(): Promise<Eta | null> {
  const [running, line, slots] = await Promise.all([runningIn([...LANES]), lineOf(), laneSlots()])
  const etas = LANES.map((lane) => {
    const now = running.filter((one) => one.lane === lane)
    const waits = line.get(lane)
    if (now.length === 0 && !waits) return { fromS: 0, toS: 0 }
    const own = sumOf([...now.map(leftOf), waits ? waits.expected : NOTHING])
    const atOnce = waits ? Math.min(slots[lane], now.length + waits.jobs) : now.length
    const share = own && inParallel(own, atOnce)
    return share && rangeOf(share)
  })
  if (etas.some((eta) => eta === null) || etas.every((eta) => eta!.toS === 0)) return null
  const latest = (end: keyof EtaRange) => Math.max(...etas.map((eta) => eta![end]))
  return momentsOf({ fromS: latest('fromS'), toS: latest('toS') })
}

/** Puts its forecast into each job. What is over, held or paused has none. */
export async function forecastJobs(jobs: Job[]): Promise<void> {
  for (const job of jobs) job.forecast = NO_FORECAST
  const open = jobs.filter(({ status, isHeld, pausedAt }) => isOpen(status) && !isHeld && !pausedAt)
  if (open.length === 0) return
  const lanes = [...new Set(open.map(({ lane }) => lane))]
  const queued = open.filter(({ status }) => status === 'queued').map(({ id }) => id)
  const [workers, running, waiting, slots] = await Promise.all([
    liveWorkers(),
    runningIn(lanes),
    queued.length > 0 ? placesOf(queued, lanes) : [],
    laneSlots(),
  ])
  const line = { running: byId(running), waiting: byId(waiting), slots, all: running, workers }
  for (const job of open) job.forecast = forecastOf(job, line)
}

const NOTHING: Expected = { meanS: 0, varianceS2: 0 }

interface Line {
  running: Map<string, Running>
  waiting: Map<string, Waiting>
  /** All that runs in the lanes. */
  all: Running[]
  slots: Record<Lane, number>
  workers: LiveWorker[]
}

function forecastOf(job: Job, { running, waiting, slots, all, workers }: Line): JobForecast {
  const runs = running.get(job.id)
  if (runs) return { ...NO_FORECAST, eta: momentsOf(etaOfRunning(runs)) }
  const waits = waiting.get(job.id)
  if (!waits) return NO_FORECAST
  const { lane, position, own, before } = waits
  const waitsFor = nobodyTakes(job, workers)
  if (waitsFor) return { position, eta: null, waitsFor }
  const now = all.filter((one) => one.lane === lane)
  const isNext = position <= slots[lane] - now.length
  const ahead = isNext ? NOTHING : sumOf([before, ...now.map(leftOf)])
  const dueInS = Math.max(0, job.dueAt.diffNow('seconds').seconds)
  const eta = momentsOf(etaOfWaiting({ own, ahead, slots: slots[lane], dueInS }))
  return { position, eta }
}

function isOpen(status: Job['status']): boolean {
  return status === 'queued' || status === 'running'
}

function byId<T extends { id: string }>(rows: T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]))
}

function momentsOf(range: EtaRange | null): Eta | null {
  if (!range) return null
  const now = DateTime.now()
  return { from: now.plus({ seconds: range.fromS }), to: now.plus({ seconds: range.toS }) }
}
