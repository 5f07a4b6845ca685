import { join } from 'node:path'
import type { MediaBinaries } from '#media/run/binaries'
import { planEncode, type EncodePlan } from '#media/plan/encode_plan'
import { runFfmpeg, type EncodeLimits } from '#media/run/ffmpeg'
import { ffmpegArguments } from '#media/command/ffmpeg_arguments'
import type { MediaInfo } from '#media/probe/media_info'
import type { Recipe } from '#media/recipe/recipe'
import { runBounded } from '#media/run/run_bounded'
import { verifyRendition, type RenditionProof } from '#media/verify/verify'

export interface Bench {
  binaries: MediaBinaries
  limits: EncodeLimits
  info: MediaInfo
  inputPath: string
  /** Results are written over each other. */
  folder: string
  signal: AbortSignal
}

export interface Cost {
  cpuS: number
  wallS: number
}

/** Everything that a recipe asks for in one process. */
export async function onePass(bench: Bench, recipe: Recipe) {
  const plan = planEncode(bench.info, recipe, { mayCopy: false })
  const { cpuS, wallMs, stderr } = await run(bench, plan)
  return { plan, stderr, cost: { cpuS, wallS: wallMs / 1000 } }
}

/** One process for each file. */
export async function processPerFile(bench: Bench, recipe: Recipe): Promise<Cost> {
  const alone: Recipe[] = recipe.renditions.map((rendition) => ({
    ...recipe,
    renditions: [rendition],
    poster: null,
  }))
  const sum: Cost = { cpuS: 0, wallS: 0 }
  for (const part of [...alone, { ...recipe, renditions: [] }]) {
    const { cost } = await onePass(bench, part)
    sum.cpuS += cost.cpuS
    sum.wallS += cost.wallS
  }
  return sum
}

function run(bench: Bench, plan: EncodePlan) {
  return runFfmpeg(argumentsOf(bench, plan), {
    binary: bench.binaries.ffmpeg,
    durationS: bench.info.durationS,
    limits: bench.limits,
    signal: bench.signal,
  })
}

function argumentsOf({ inputPath, folder }: Bench, plan: EncodePlan): string[] {
  return ffmpegArguments(plan, { inputPath, outputDirectory: folder })
}

/** The same command without progress, limits or anything else of ours. @returns seconds */
export async function bare(bench: Bench, plan: EncodePlan): Promise<number> {
  const startedAt = performance.now()
  await runBounded(bench.binaries.ffmpeg, argumentsOf(bench, plan), {
    timeoutMs: bench.limits.hardTimeMs,
    signal: bench.signal,
  })
  return (performance.now() - startedAt) / 1000
}

/** Proofs of what lies in the folder now. */
export async function proofsOf(
  bench: Bench,
  plan: EncodePlan,
  encodeLog: string
): Promise<RenditionProof[]> {
  const { binaries, info, inputPath, folder, signal } = bench
  const source = { path: inputPath, plan: plan.source, warnings: info.warnings, encodeLog }
  const proofs: RenditionProof[] = []
  for (const planned of plan.renditions.filter(({ decision }) => decision !== 'skip')) {
    const options = { binaries, sourceSpans: info.spans, source, signal }
    proofs.push(await verifyRendition(join(folder, planned.fileName!), planned, options))
  }
  return proofs
}
