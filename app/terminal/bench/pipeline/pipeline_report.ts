import { quantile } from '#app/terminal/bench/timed'
import type { JobOutcome } from '#app/terminal/bench/pipeline/job_outcome'
import type { ToldVideo } from '#app/terminal/bench/pipeline/system_client'

/** results.json; docs/benchmark.md tells each field. */
export interface PipelineReport {
  schema: 1
  mediakeep: { version: string; url: string }
  started_at: string
  machine: MachineFacts
  workers: { count: number; slots: number }
  video: VideoFacts
  preset: string
  concurrent: number
  jobs: { asked: number; completed: number; failed: number; unfinished: number }
  /** 0..1, of those that ended; null where none did. */
  success_rate: number | null
  /** While jobs ran; the turns of plain ffmpeg and the deleting left out. */
  wall_seconds: number
  throughput_jobs_per_minute: number
  latency_seconds: Record<'upload' | 'queue_wait' | 'processing', Latency | null>
  failures: { code: string; message: string; jobs: number }[]
  plain_ffmpeg: PlainReport | null
  /** Why there is nothing to compare with; null where there is, or it was not wished for. */
  not_compared: string | null
  is_interrupted: boolean
  /** Videos that remain in the system: kept, or not deleted. */
  remaining_video_ids: number[]
}

export interface MachineFacts {
  cores: number
  cpu: string
  memory_bytes: number
  platform: string
  node: string
}

export interface Latency {
  min: number
  max: number
  mean: number
  p50: number
  p95: number
}

export interface PlainReport {
  at_once: number
  runs: number
  wall_seconds: number
  throughput_jobs_per_minute: number
  /** Of the system by that of plain ffmpeg: 1 is as quick, below it slower. */
  ratio: number
  turns: { jobs: number; system_seconds: number; plain_seconds: number; ratio: number }[]
}

export interface VideoFacts {
  name: string
  /** As the system tells them; null where it took none. */
  facts: Omit<ToldVideo, 'id' | 'job'> | null
}

/** One turn of the system, and the same number of plain runs after it. */
export interface MeasuredTurn {
  outcomes: JobOutcome[]
  systemS: number
  /** Null: not compared. */
  plainS: number | null
}

/** The part of the report that is computed. */
export function measuredReport(turns: MeasuredTurn[], atOnce: number) {
  const outcomes = turns.flatMap((turn) => turn.outcomes)
  const ended = outcomes.filter(({ status }) => status !== 'unfinished')
  const completed = ended.filter(({ status }) => status === 'completed')
  const wallS = total(turns.map(({ systemS }) => systemS))
  return {
    counts: {
      completed: completed.length,
      failed: ended.length - completed.length,
      unfinished: outcomes.length - ended.length,
    },
    success_rate: ended.length > 0 ? completed.length / ended.length : null,
    wall_seconds: wallS,
    throughput_jobs_per_minute: perMinute(completed.length, wallS),
    latency_seconds: {
      upload: latency(outcomes.map(({ uploadS }) => uploadS)),
      queue_wait: latency(completed.map(({ queueWaitS }) => queueWaitS)),
      processing: latency(completed.map(({ processingS }) => processingS)),
    },
    failures: failuresOf(ended),
    plain_ffmpeg: plainReport(turns, atOnce),
  }
}

function plainReport(turns: MeasuredTurn[], atOnce: number): PlainReport | null {
  const compared = turns.flatMap(({ outcomes, systemS, plainS }) => {
    if (plainS === null) return []
    const ratio = plainS / systemS
    return [{ jobs: outcomes.length, system_seconds: systemS, plain_seconds: plainS, ratio }]
  })
  if (compared.length === 0) return null
  const runs = total(compared.map(({ jobs }) => jobs))
  const plainS = total(compared.map((turn) => turn.plain_seconds))
  return {
    at_once: atOnce,
    runs,
    wall_seconds: plainS,
    throughput_jobs_per_minute: perMinute(runs, plainS),
    ratio: plainS / total(compared.map((turn) => turn.system_seconds)),
    turns: compared,
  }
}

function failuresOf(ended: JobOutcome[]): PipelineReport['failures'] {
  const failures = new Map<string, { code: string; message: string; jobs: number }>()
  for (const { status, cause } of ended) {
    if (status === 'completed') continue
    const { code, message } = cause ?? { code: status.toUpperCase(), message: `It was ${status}` }
    const known = failures.get(code) ?? { code, message, jobs: 0 }
    failures.set(code, { ...known, jobs: known.jobs + 1 })
  }
  return [...failures.values()].toSorted((a, b) => b.jobs - a.jobs)
}

/** Null for no values at all. */
export function latency(told: (number | null)[]): Latency | null {
  const values = told.filter((value) => value !== null)
  if (values.length === 0) return null
  return {
    min: Math.min(...values),
    max: Math.max(...values),
    mean: total(values) / values.length,
    p50: quantile(values, 0.5),
    p95: quantile(values, 0.95),
  }
}

function perMinute(count: number, durationS: number): number {
  return durationS > 0 ? (count / durationS) * 60 : 0
}

function total(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
