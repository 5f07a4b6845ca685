import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ffmpegArguments } from '#media/command/ffmpeg_arguments'
import { findFont } from '#media/operations/find_font'
import { planEncode } from '#media/plan/encode_plan'
import { probe } from '#media/probe/probe'
import type { Recipe } from '#media/recipe/recipe'
import { runFfmpeg } from '#media/run/ffmpeg'
import { verifyRendition } from '#media/verify/verify'
import { verifyPoster } from '#media/verify/verify_poster'
import { recipe, renditionRecipe } from '#tests/fixtures/media_infos'
import * as see from '#tests/integration/media/pictures'

/** 720p at most, encoded anew, and a poster. */
const MEDIUM = recipe([renditionRecipe()], { width: 320, atS: null })

/** The whole way of a file through the engine, into a folder beside it whose name is as hostile as can be. */
export async function throughEngine(path: string, wanted: Recipe = MEDIUM) {
  const info = await probe(path, { binaries: see.BINARIES, limits: see.LIMITS })
  const plan = planEncode(info, wanted)
  const folder = join(path, '..', `-y 'out' "%03d" concat:a|b`)
  await mkdir(folder, { recursive: true })
  const progress: number[] = []
  const paths = { inputPath: path, outputDirectory: folder, fontFile: await findFont() }
  const run = await runFfmpeg(ffmpegArguments(plan, paths), {
    binary: see.BINARIES.ffmpeg,
    durationS: plan.source.durationS,
    limits: see.ENCODE_LIMITS,
    onProgress: (told) => progress.push(told.progress),
  })
  const proofs = []
  const made = plan.renditions.filter(({ decision }) => decision !== 'skip')
  for (const planned of made) {
    const { warnings } = info
    const source = { path, plan: plan.source, warnings, encodeLog: run.stderr }
    const options = { binaries: see.BINARIES, sourceSpans: info.spans, source }
    proofs.push(await verifyRendition(join(folder, planned.fileName!), planned, options))
  }
  const poster = join(folder, 'poster.jpg')
  if (plan.poster !== null) await verifyPoster(poster)
  const results = made.map(({ fileName }) => join(folder, fileName!))
  return { info, plan, folder, run, progress, proofs, poster, result: results[0], results }
}
