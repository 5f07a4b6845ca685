import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import AfterAttempt from '#jobs/life/after_attempt'
import Attempt from '#jobs/attempt'
import IngestVideo from '#videos/ingest_video'
import ProcessJob from '#pipeline/process_job'
import StartJob from '#jobs/life/start_job'
import { claimNext } from '#jobs/lanes/claim_next'
import { operatorAtTerminal } from '#accounts/actor'
import { runBounded } from '#media/run/run_bounded'
import { emptyDatabase } from '#app/terminal/bench/bench_world'
import { median } from '#app/terminal/bench/median'
import { timedMs } from '#app/terminal/bench/timed'
import type { JobLease } from '#jobs/life/job_lease'
import type Job from '#jobs/job'

/** Milliseconds of wall time of one job in the real pipeline, part by part. */
export interface OverheadRound {
  claimMs: number
  /** The job's rows read, its scratch folder made and the original brought. */
  bringMs: number
  planMs: number
  /** ffmpeg itself. */
  ffmpegMs: number
  /** Around ffmpeg: its start, progress, the lease and notes on the attempt. */
  aroundMs: number
  /** All of verification, and packaging where the preset asks for it. */
  verifyMs: number
  publishMs: number
  /** What follows: the batch, the lane. */
  afterMs: number
  /** From the claim to the end. */
  wholeMs: number
}

export interface Overhead extends OverheadRound {
  clipS: number
  /** Everything but ffmpeg and verification, as a part of the whole; median of the rounds. */
  share: number
}

export interface OverheadRequest {
  clipS: number
  rounds: number
  folder: string
  signal: AbortSignal
}

const PRESET = 'medium'

/** One clip through the real pipeline, some times over. */
export async function measureOverhead(request: OverheadRequest): Promise<Overhead> {
  const path = await makeClip(request)
  const rounds: OverheadRound[] = []
  for (let round = 0; round < request.rounds; round++) {
    await emptyDatabase()
    rounds.push(await oneJob(path))
  }
  const of = (part: keyof OverheadRound) => median(rounds.map((round) => round[part]))
  return {
    ...{ clipS: request.clipS, claimMs: of('claimMs'), bringMs: of('bringMs') },
    ...{ planMs: of('planMs'), ffmpegMs: of('ffmpegMs'), aroundMs: of('aroundMs') },
    ...{ verifyMs: of('verifyMs'), publishMs: of('publishMs'), afterMs: of('afterMs') },
    wholeMs: of('wholeMs'),
    share: median(rounds.map(shareOf)),
  }
}

/** Pure. */
export function shareOf({ wholeMs, ffmpegMs, verifyMs }: OverheadRound): number {
  return (wholeMs - ffmpegMs - verifyMs) / wholeMs
}

async function oneJob(path: string): Promise<OverheadRound> {
  const job = await ingestAndStart(path)
  let lease: JobLease | null = null
  const claimMs = await timedMs(async () => (lease = await claimNext('encode', 'bench')))
  const processJob = await app.container.make(ProcessJob)
  const after = await app.container.make(AfterAttempt)
  let outcome = ''
  const handleMs = await timedMs(async () => {
    outcome = await processJob.handle(lease!, new AbortController().signal)
  })
  const afterMs = await timedMs(() => after.handle(job.id, outcome))
  const attempt = await Attempt.findByOrFail({ jobId: job.id })
  if (outcome !== 'completed') throw new Error(`the job ended as ${outcome}: ${attempt.evidence}`)
  return { claimMs, afterMs, wholeMs: claimMs + handleMs + afterMs, ...partsOf(attempt) }
}

function partsOf({ timings, wallMs }: Attempt) {
  const { probe = 0, plan = 0, encode = 0, verify = 0, publish = 0 } = timings!
  return {
    ...{ bringMs: probe, planMs: plan, ffmpegMs: wallMs!, aroundMs: encode - wallMs! },
    ...{ verifyMs: verify, publishMs: publish },
  }
}

async function ingestAndStart(path: string): Promise<Job> {
  const ingest = await app.container.make(IngestVideo)
  const start = await app.container.make(StartJob)
  const by = operatorAtTerminal()
  const content = createReadStream(path)
  const { video } = await ingest.handle({ content, originalName: 'bench.mp4', title: null, by })
  return start.handle({ video, preset: PRESET, by })
}

type Clip = Pick<OverheadRequest, 'clipS' | 'folder' | 'signal'>

/** Asks for a job with a generated clip. */
export async function startClip(clip: Clip): Promise<Job> {
  return ingestAndStart(await makeClip(clip))
}

async function makeClip({ clipS, folder, signal }: Clip): Promise<string> {
  const { binaries } = await import('#config/mediakeep')
  const path = join(folder, `clip_${clipS}s.mp4`)
  const picture = 'testsrc2=s=1280x720:r=25,noise=alls=4:allf=t,format=yuv420p'
  const args = [
    ...['-nostdin', '-v', 'error', '-y', '-f', 'lavfi', '-i', picture],
    ...['-f', 'lavfi', '-i', 'anoisesrc=a=0.1:c=pink', '-t', String(clipS)],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '20', '-c:a', 'aac', path],
  ]
  await runBounded(binaries.ffmpeg, args, { timeoutMs: 600_000, signal })
  return path
}
