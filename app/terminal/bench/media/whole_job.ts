import { join } from 'node:path'
import { probe } from '#media/probe/probe'
import type { Recipe } from '#media/recipe/recipe'
import { runBounded } from '#media/run/run_bounded'
import { verifyRendition } from '#media/verify/verify'
import { argumentsOf, encode, type Bench, type Made } from '#app/terminal/bench/bench'

/** Seconds of wall time for each part of a job that makes files, and of the ffmpeg command alone. */
export interface JobRound {
  probeS: number
  encodeS: number
  verifyS: number
  bareS: number
}

/** One job by this recipe, part by part, against the bare ffmpeg command that it runs. */
export async function measureJob(bench: Bench, recipe: Recipe, folder: string): Promise<JobRound> {
  const { binaries, inputPath, probeLimits: limits, signal } = bench
  const [probeS] = await timed(() => probe(inputPath, { binaries, limits, signal }))
  const [encodeS, made] = await timed(() => encode(bench, recipe, folder))
  const [verifyS] = await timed(() => verifyAll(bench, made))
  const [bareS] = await timed(() => bare(bench, made))
  return { probeS, encodeS, verifyS, bareS }
}

async function verifyAll(bench: Bench, { plan, folder, log }: Made): Promise<void> {
  const { binaries, info, inputPath, signal } = bench
  const source = { path: inputPath, plan: plan.source, warnings: info.warnings, encodeLog: log }
  for (const planned of plan.renditions.filter(({ decision }) => decision !== 'skip')) {
    const options = { binaries, sourceSpans: info.spans, source, signal }
    await verifyRendition(join(folder, planned.fileName!), planned, options)
  }
}

/** The same command without progress, limits or anything else of ours. */
async function bare(bench: Bench, { plan, folder }: Made): Promise<void> {
  await runBounded(bench.binaries.ffmpeg, argumentsOf(bench, plan, folder), {
    timeoutMs: bench.limits.hardTimeMs,
    signal: bench.signal,
  })
}

async function timed<T>(work: () => Promise<T>): Promise<[seconds: number, result: T]> {
  const startedAt = performance.now()
  const result = await work()
  return [(performance.now() - startedAt) / 1000, result]
}
