import type { JobsBenchReport } from '#app/terminal/bench/jobs/jobs_bench'
import type { OverheadRound, Overhead } from '#app/terminal/bench/jobs/overhead'

/** The report as lines of text for people. */
export function jobsLines(report: JobsBenchReport): string[] {
  return [
    ...batchLines(report),
    ...startLines(report),
    ...rateLines(report),
    ...(report.overhead ?? []).flatMap(overheadLines),
    ...recoveryLines(report),
  ]
}

function batchLines({ batch }: JobsBenchReport): string[] {
  if (!batch) return []
  const { jobs, oursMs, bareMs, bareInsertMs, bareAddMs, ratio } = batch
  return [
    `Batch of ${jobs} videos : the bare INSERT and addBulk`,
    `  ${ms(oursMs)} : ${ms(bareInsertMs)} + ${ms(bareAddMs)} = ${ms(bareMs)}   ratio ${ratio.toFixed(2)}`,
  ]
}

function startLines({ start }: JobsBenchReport): string[] {
  if (!start) return []
  const { ours, bare, ratio } = start
  return [
    'From the request to the start, idle worker : bare BullMQ',
    `  p50  ${ms(ours.p50Ms)} : ${ms(bare.p50Ms)}   ratio ${ratio.toFixed(2)}`,
    `  p99  ${ms(ours.p99Ms)} : ${ms(bare.p99Ms)}`,
  ]
}

function rateLines({ rate }: JobsBenchReport): string[] {
  if (!rate) return []
  return [
    'Jobs a second that do nothing, one at a time : bare BullMQ',
    `  ${rate.lane.toFixed(0)} : ${rate.bare.toFixed(0)}   ratio ${rate.ratio.toFixed(2)}; claim and completion alone ${rate.claims.toFixed(0)}`,
  ]
}

const PARTS: [keyof OverheadRound, string][] = [
  ['claimMs', 'claim'],
  ['bringMs', 'bring the original'],
  ['planMs', 'plan'],
  ['ffmpegMs', 'ffmpeg'],
  ['aroundMs', 'around ffmpeg'],
  ['verifyMs', 'verify'],
  ['publishMs', 'publish'],
  ['afterMs', 'what follows'],
]

function overheadLines(overhead: Overhead): string[] {
  const { clipS, wholeMs, share } = overhead
  return [
    `A job of ${clipS} s of 720p (preset medium), part by part`,
    ...PARTS.map(([part, name]) => {
      const percent = ((100 * overhead[part]) / wholeMs).toFixed(1)
      return `  ${name.padEnd(20)}${ms(overhead[part]).padStart(12)}${percent.padStart(7)} %`
    }),
    `  all but ffmpeg and verification: ${(100 * share).toFixed(1)} % of ${ms(wholeMs)}`,
  ]
}

function recoveryLines({ recovery }: JobsBenchReport): string[] {
  if (!recovery) return []
  const { medianS, longestS, rounds, leaseS } = recovery
  return [
    `From kill -9 of a worker until its job runs in another (lease ${leaseS} s), ${rounds} times`,
    `  median ${medianS.toFixed(1)} s, longest ${longestS.toFixed(1)} s`,
  ]
}

function ms(value: number): string {
  return value < 10 ? `${value.toFixed(2)} ms` : `${value.toFixed(0)} ms`
}
