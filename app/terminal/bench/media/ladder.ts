import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlannedRendition } from '#media/plan/encode_plan'
import { runBounded } from '#media/run/run_bounded'
import type { Recipe } from '#media/recipe/recipe'
import { encode, type Bench, type Cost, type Made } from '#app/terminal/bench/bench'

export interface LadderRound {
  onePass: Cost
  processPerFile: Cost
  /** SSIM with the source, by rung. */
  ssim: Record<string, { onePass: number; processPerFile: number }>
}

/** All of the ladder with poster and storyboard, decoded once, against a process for each of them. */
export async function measureLadder(
  bench: Bench,
  recipe: Recipe,
  folder: string
): Promise<LadderRound> {
  const together = await encode(bench, recipe, await madeFolder(folder, 'together'))
  const apart: Made[] = []
  const apartFolder = await madeFolder(folder, 'apart')
  for (const part of partsOf(recipe)) apart.push(await encode(bench, part, apartFolder))
  return {
    onePass: together.cost,
    processPerFile: sumOf(apart.map(({ cost }) => cost)),
    ssim: await compareRungs(bench, together, apart),
  }
}

async function madeFolder(folder: string, name: string): Promise<string> {
  const path = join(folder, name)
  await mkdir(path, { recursive: true })
  return path
}

/** The rungs, the poster and the storyboard, each as a recipe of its own. */
function partsOf(recipe: Recipe): Recipe[] {
  const bare: Recipe = { ...recipe, renditions: [], poster: null, storyboard: null }
  return [
    ...recipe.renditions.map((rendition) => ({ ...bare, renditions: [rendition] })),
    { ...bare, poster: recipe.poster },
    { ...bare, storyboard: recipe.storyboard },
  ]
}

/** One after the other: the peak is the largest. */
function sumOf(costs: Cost[]): Cost {
  return costs.reduce((sum, cost) => ({
    cpuS: sum.cpuS + cost.cpuS,
    wallS: sum.wallS + cost.wallS,
    peakMemoryBytes: Math.max(sum.peakMemoryBytes, cost.peakMemoryBytes),
  }))
}

async function compareRungs(bench: Bench, together: Made, apart: Made[]) {
  const ssim: LadderRound['ssim'] = {}
  for (const rung of together.plan.renditions.filter(({ decision }) => decision === 'encode')) {
    ssim[rung.name] = {
      onePass: await ssimOf(bench, rung, together.folder),
      processPerFile: await ssimOf(bench, rung, apart[0].folder),
    }
  }
  return ssim
}

/** Of the whole clip, every picture at the rung's size, on ffmpeg's `All`. */
async function ssimOf(bench: Bench, rung: PlannedRendition, folder: string): Promise<number> {
  const graph = `[0:v:0]scale=${rung.width}:${rung.height}:flags=bicubic,setsar=1[source];[1:v:0]setsar=1[made];[made][source]ssim`
  const inputs = ['-i', bench.inputPath, '-i', join(folder, rung.fileName!)]
  const { stderr } = await runBounded(
    bench.binaries.ffmpeg,
    ['-nostdin', '-hide_banner', ...inputs, '-filter_complex', graph, '-f', 'null', '-'],
    { timeoutMs: bench.limits.hardTimeMs, signal: bench.signal }
  )
  const all = /All:([0-9.]+)/.exec(stderr)
  if (!all) throw new Error(`ffmpeg told no SSIM of ${rung.name}: ${stderr.slice(-500)}`)
  return Number(all[1])
}
