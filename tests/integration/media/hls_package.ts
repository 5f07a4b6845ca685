import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { planEncode } from '#media/plan/encode_plan'
import { runFfmpeg } from '#media/run/ffmpeg'
import { ffmpegArguments } from '#media/command/ffmpeg_arguments'
import { packageHls } from '#media/hls/package_hls'
import { probe } from '#media/probe/probe'
import type { Recipe } from '#media/recipe/recipe'
import { extractSubtitles } from '#media/subtitles/extract_subtitles'
import { verifyRendition } from '#media/verify/verify'
import { recipe, renditionRecipe } from '#tests/fixtures/media_infos'
import * as see from '#tests/integration/media/pictures'

export const LADDER: Recipe = {
  ...recipe([rung('low', 180), rung('least', 90)]),
  hls: { name: 'hls', segmentS: 2 },
}

export function rung(name: string, maxShortSide: number) {
  return renditionRecipe({ name, video: { maxShortSide, maxLongSide: null } })
}

/** The whole way of a clip to a verified package. */
export async function packageOf(path: string, wanted: Recipe = LADDER) {
  const info = await probe(path, { binaries: see.BINARIES, limits: see.LIMITS })
  const plan = planEncode(info, wanted)
  const folder = join(dirname(path), 'a "%03d" folder')
  await mkdir(folder, { recursive: true })
  await runFfmpeg(ffmpegArguments(plan, { inputPath: path, outputDirectory: folder }), {
    binary: see.BINARIES.ffmpeg,
    durationS: info.durationS,
    limits: see.ENCODE_LIMITS,
  })
  const options = { binaries: see.BINARIES, sourceSpans: info.spans }
  const proofs = new Map()
  for (const planned of plan.renditions) {
    if (planned.decision === 'skip') continue
    const proof = await verifyRendition(join(folder, planned.fileName!), planned, options)
    proofs.set(planned.name, proof)
  }
  const words =
    plan.subtitles &&
    (await extractSubtitles(plan.subtitles, { inputPath: path, folder, binaries: see.BINARIES }))
  const run = { folder, binaries: see.BINARIES, proofs, subtitles: words?.tracks }
  const made = await packageHls(plan.hls!, run)
  const text = async (name: string) => readFile(join(folder, 'hls', name), 'utf8')
  return { plan, folder, proofs, ...made, text, hls: join(folder, 'hls') }
}
