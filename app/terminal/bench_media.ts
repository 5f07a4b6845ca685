import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Recipe } from '#media/recipe/recipe'
import { probe } from '#media/probe/probe'
import { runBounded } from '#media/run/run_bounded'
import { DEFAULT_PRESETS } from '#presets/default_presets'
import * as ladder from '#app/terminal/bench_ladder'
import { corpusSettings } from '#app/terminal/corpus_settings'

export interface BenchRequest {
  rounds: number
  clipS: number
  signal: AbortSignal
  onRound: (round: number) => void
}

/** Medians over the rounds; a ratio is the median of the ratios within each round. */
export interface BenchReport {
  ladder: {
    onePass: ladder.Cost
    processPerFile: ladder.Cost
    cpuRatio: number
    wallRatio: number
    /** By rendition. */
    ssim: Record<string, { onePass: number | null; processPerFile: number | null }>
  }
  job: {
    probeS: number
    planS: number
    encodeS: number
    verifyS: number
    bareS: number
    /** The whole job to the bare command. */
    ratio: number
    verifyShare: number
  }
}

const TIME_LIMIT_MS = 3_600_000
const RUNGS = ['high', 'medium', 'low', 'mobile']

/** Measures both questions on one generated 1080p clip, A and B in turns. */
export async function benchMedia(request: BenchRequest): Promise<BenchReport> {
  const folder = await mkdtemp(join(tmpdir(), 'mediakeep-bench-'))
  try {
    const bench = await prepare(folder, request)
    const rounds: Round[] = []
    for (let round = 1; round <= request.rounds; round++) {
      request.onRound(round)
      rounds.push(await measure(bench))
    }
    return report(rounds)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function prepare(folder: string, { clipS, signal }: BenchRequest): Promise<ladder.Bench> {
  const { binaries, probeLimits: limits, encodeLimits } = corpusSettings('medium', TIME_LIMIT_MS)
  const inputPath = join(folder, 'clip.mp4')
  const picture = `testsrc2=s=1920x1080:r=25:d=${clipS},noise=alls=8:allf=t`
  const inputs = ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', `sine=d=${clipS}`]
  const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '20', '-pix_fmt', 'yuv420p']
  const args = ['-nostdin', '-v', 'error', '-y', ...inputs, ...encode, '-c:a', 'aac', inputPath]
  await runBounded(binaries.ffmpeg, args, { timeoutMs: TIME_LIMIT_MS, signal })
  const info = await probe(inputPath, { binaries, limits, signal })
  const memoryBytes = 4 * encodeLimits.memoryBytes
  return { binaries, limits: { ...encodeLimits, memoryBytes }, info, inputPath, folder, signal }
}

interface Round {
  onePass: ladder.Cost
  perFile: ladder.Cost
  ssim: BenchReport['ladder']['ssim']
  job: Omit<BenchReport['job'], 'ratio' | 'verifyShare'>
}

async function measure(bench: ladder.Bench): Promise<Round> {
  const wanted = ladderRecipe()
  const together = await ladder.onePass(bench, wanted)
  const one = await likeness(bench, together)
  const perFile = await ladder.processPerFile(bench, wanted)
  const each = await likeness(bench, together)
  const names = Object.keys(one)
  return {
    onePass: together.cost,
    perFile,
    ssim: Object.fromEntries(
      names.map((name) => [name, { onePass: one[name], processPerFile: each[name] }])
    ),
    job: await wholeJob(bench),
  }
}

type Made = Awaited<ReturnType<typeof ladder.onePass>>

async function likeness(bench: ladder.Bench, { plan, stderr }: Made) {
  const proofs = await ladder.proofsOf(bench, plan, stderr)
  const made = plan.renditions.filter(({ decision }) => decision !== 'skip')
  return Object.fromEntries(
    made.map(({ name }, n) => [name, proofs[n].similarity?.ssim?.average ?? null])
  )
}

async function wholeJob(bench: ladder.Bench): Promise<Round['job']> {
  const { binaries, inputPath, signal } = bench
  const limits = corpusSettings('medium', TIME_LIMIT_MS).probeLimits
  const [probeS] = await timed(() => probe(inputPath, { binaries, limits, signal }))
  const recipe = seeded('medium')
  const [encodeS, made] = await timed(() => ladder.onePass(bench, recipe))
  const [verifyS] = await timed(() => ladder.proofsOf(bench, made.plan, made.stderr))
  const planS = Math.max(0, encodeS - made.cost.wallS)
  const bareS = await ladder.bare(bench, made.plan)
  return { probeS, planS, encodeS: made.cost.wallS, verifyS, bareS }
}

async function timed<T>(work: () => Promise<T>): Promise<[seconds: number, result: T]> {
  const startedAt = performance.now()
  const result = await work()
  return [(performance.now() - startedAt) / 1000, result]
}

function ladderRecipe(): Recipe {
  const recipes = RUNGS.map(seeded)
  return { ...recipes[0], renditions: recipes.flatMap(({ renditions }) => renditions) }
}

function seeded(name: string): Recipe {
  const found = DEFAULT_PRESETS.find((preset) => preset.name === name)
  if (!found) throw new Error(`the preset ${name} is not seeded`)
  return found.recipe
}

function report(rounds: Round[]): BenchReport {
  const job = (part: keyof Round['job']) => median(rounds.map((round) => round.job[part]))
  const ours = (round: Round) =>
    round.job.probeS + round.job.planS + round.job.encodeS + round.job.verifyS
  return {
    ladder: {
      onePass: medianCost(rounds.map(({ onePass }) => onePass)),
      processPerFile: medianCost(rounds.map(({ perFile }) => perFile)),
      cpuRatio: median(rounds.map(({ onePass, perFile }) => onePass.cpuS / perFile.cpuS)),
      wallRatio: median(rounds.map(({ onePass, perFile }) => onePass.wallS / perFile.wallS)),
      ssim: rounds[0].ssim,
    },
    job: {
      ...{ probeS: job('probeS'), planS: job('planS'), encodeS: job('encodeS') },
      ...{ verifyS: job('verifyS'), bareS: job('bareS') },
      ratio: median(rounds.map((round) => ours(round) / round.job.bareS)),
      verifyShare: median(rounds.map((round) => round.job.verifyS / ours(round))),
    },
  }
}

function medianCost(costs: ladder.Cost[]): ladder.Cost {
  return {
    cpuS: median(costs.map(({ cpuS }) => cpuS)),
    wallS: median(costs.map(({ wallS }) => wallS)),
  }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]
}
