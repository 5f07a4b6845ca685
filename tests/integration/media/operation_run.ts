import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { planEncode, type PlanOptions } from '#media/plan/encode_plan'
import { runFfmpeg } from '#media/run/ffmpeg'
import { ffmpegArguments, type RunPaths } from '#media/command/ffmpeg_arguments'
import { findFont } from '#media/operations/find_font'
import { OPERATIONS } from '#media/operations/operations'
import { probe } from '#media/probe/probe'
import type { Recipe } from '#media/recipe/recipe'
import * as see from '#tests/integration/media/pictures'

export interface Asked {
  plan?: PlanOptions
  paths?: Partial<RunPaths>
}

/** Does an operation to a file with the real ffmpeg; the one rendition that it makes, and its plan. */
export async function operate(path: string, name: string, parameters: object = {}, asked = {}) {
  const info = await probe(path, { binaries: see.BINARIES, limits: see.LIMITS })
  const { recipe } = OPERATIONS.get(name)!.prepare(parameters, info)
  const made = await make(path, recipe, asked)
  return { ...made, planned: made.plan.renditions[0], result: made.results[0] }
}

/** Does a recipe to a file. */
export async function make(path: string, recipe: Recipe, { plan: options, paths }: Asked = {}) {
  const info = await probe(path, { binaries: see.BINARIES, limits: see.LIMITS })
  const plan = planEncode(info, recipe, options)
  const folder = join(path, '..', `made-${Math.random().toString(36).slice(2)}`)
  await mkdir(folder)
  const to = { inputPath: path, outputDirectory: folder, fontFile: await findFont(), ...paths }
  const args = ffmpegArguments(plan, to)
  await runFfmpeg(args, {
    binary: see.BINARIES.ffmpeg,
    durationS: plan.source.durationS,
    limits: { ...see.ENCODE_LIMITS, memoryBytes: plan.memoryBytes * 4 },
  })
  const made = plan.renditions.filter(({ decision }) => decision !== 'skip')
  return { info, plan, folder, results: made.map(({ fileName }) => join(folder, fileName!)) }
}
