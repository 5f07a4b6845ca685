import type { MediaBinaries } from '#media/run/binaries'
import { ffmpegArguments } from '#media/command/ffmpeg_arguments'
import { planEncode, type EncodePlan } from '#media/plan/encode_plan'
import { runFfmpeg, type EncodeLimits } from '#media/run/ffmpeg'
import type { MediaInfo } from '#media/probe/media_info'
import type { ProbeLimits } from '#media/probe/probe_limits'
import type { Recipe } from '#media/recipe/recipe'

/** What every measurement works on. */
export interface Bench {
  binaries: MediaBinaries
  limits: EncodeLimits
  probeLimits: ProbeLimits
  info: MediaInfo
  inputPath: string
  signal: AbortSignal
}

export interface Cost {
  cpuS: number
  wallS: number
  peakMemoryBytes: number
}

export interface Made {
  plan: EncodePlan
  folder: string
  /** What ffmpeg said. */
  log: string
  cost: Cost
}

/** One ffmpeg for a whole recipe, as a job runs it; the files go to the folder. */
export async function encode(bench: Bench, recipe: Recipe, folder: string): Promise<Made> {
  const plan = planEncode(bench.info, recipe, { mayCopy: false })
  const { cpuS, wallMs, stderr, peakMemoryBytes } = await runFfmpeg(
    argumentsOf(bench, plan, folder),
    {
      binary: bench.binaries.ffmpeg,
      durationS: bench.info.durationS,
      limits: bench.limits,
      signal: bench.signal,
    }
  )
  return { plan, folder, log: stderr, cost: { cpuS, wallS: wallMs / 1000, peakMemoryBytes } }
}

export function argumentsOf(bench: Bench, plan: EncodePlan, outputDirectory: string): string[] {
  return ffmpegArguments(plan, { inputPath: bench.inputPath, outputDirectory })
}
