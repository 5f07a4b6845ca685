import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Recipe } from '#media/recipe/recipe'
import { DEFAULT_PRESETS } from '#presets/default_presets'
import { prepareBench, type ClipRequest } from '#app/terminal/bench/bench_clip'
import { measureJob, type JobRound } from '#app/terminal/bench/media/whole_job'
import { measureLadder, type LadderRound } from '#app/terminal/bench/media/ladder'
import { median } from '#app/terminal/bench/median'
import type { Cost } from '#app/terminal/bench/bench'

export interface BenchRequest extends ClipRequest {
  rounds: number
  onRound: (round: number) => void
}

/** Medians over the rounds; a ratio is the median of the ratios within each round. */
export interface BenchReport {
  ladder: LadderRound & { cpuRatio: number; wallRatio: number; memoryRatio: number }
  job: JobRound & {
    /** The whole job to the bare command. */
    ratio: number
    /** The same without verification. */
    ratioUnverified: number
  }
}

/** Measures both questions on one clip, A and B in turns. */
export async function benchMedia(request: BenchRequest): Promise<BenchReport> {
  const folder = await mkdtemp(join(tmpdir(), 'mediakeep-bench-'))
  try {
    const bench = await prepareBench(folder, request)
    const ladders: LadderRound[] = []
    const jobs: JobRound[] = []
    for (let round = 1; round <= request.rounds; round++) {
      request.onRound(round)
      ladders.push(await measureLadder(bench, seeded('web'), folder))
      jobs.push(await measureJob(bench, seeded('medium'), folder))
    }
    return { ladder: ladderReport(ladders), job: jobReport(jobs) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function seeded(name: string): Recipe {
  const found = DEFAULT_PRESETS.find((preset) => preset.name === name)
  if (!found) throw new Error(`the preset ${name} is not seeded`)
  return found.recipe
}

function ladderReport(rounds: LadderRound[]): BenchReport['ladder'] {
  const ratio = (of: (cost: Cost) => number) =>
    median(rounds.map(({ onePass, processPerFile }) => of(onePass) / of(processPerFile)))
  return {
    onePass: medianCost(rounds.map(({ onePass }) => onePass)),
    processPerFile: medianCost(rounds.map(({ processPerFile }) => processPerFile)),
    cpuRatio: ratio(({ cpuS }) => cpuS),
    wallRatio: ratio(({ wallS }) => wallS),
    memoryRatio: ratio(({ peakMemoryBytes }) => peakMemoryBytes),
    ssim: rounds[0].ssim, // the same bits every time
  }
}

function jobReport(rounds: JobRound[]): BenchReport['job'] {
  const part = (name: keyof JobRound) => median(rounds.map((round) => round[name]))
  const made = ({ probeS, encodeS }: JobRound) => probeS + encodeS
  return {
    ...{ probeS: part('probeS'), encodeS: part('encodeS'), verifyS: part('verifyS') },
    bareS: part('bareS'),
    ratio: median(rounds.map((round) => (made(round) + round.verifyS) / round.bareS)),
    ratioUnverified: median(rounds.map((round) => made(round) / round.bareS)),
  }
}

function medianCost(costs: Cost[]): Cost {
  const of = (name: keyof Cost) => median(costs.map((cost) => cost[name]))
  return { cpuS: of('cpuS'), wallS: of('wallS'), peakMemoryBytes: of('peakMemoryBytes') }
}
