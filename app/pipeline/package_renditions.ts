import { packageHls } from '#media/hls/package_hls'
import { makeStoryboard } from '#media/storyboard/make_storyboard'
import { extractSubtitles, type MadeSubtitles } from '#media/subtitles/extract_subtitles'
import { describeFile, type MadeFile } from '#pipeline/made_files'
import type { PlannedHls } from '#media/hls/plan_hls'
import type { MediaWarning } from '#media/probe/media_info'
import type { PlannedStoryboard } from '#media/storyboard/plan_storyboard'
import type { PlannedSubtitles } from '#media/subtitles/plan_subtitles'
import type { PipelineSettings } from '#pipeline/pipeline_settings'
import type { Verification, VerifiedRendition } from '#pipeline/verify_renditions'

export interface Packaging extends Pick<Verification, 'folder' | 'watch'> {
  plan: {
    hls: PlannedHls | null
    storyboard: PlannedStoryboard | null
    subtitles: PlannedSubtitles | null
  }
  inputPath: string
  /** What the ladder is cut from. */
  verified: VerifiedRendition[]
}

export interface Packages {
  packages: VerifiedRendition[]
  /** What people should know though the job completes. */
  warnings: MediaWarning[]
}

/**
 * What is made beside the renditions or from them: subtitles, the ladder of segments with them, and the sheets of the
 * storyboard.
 *
 * @throws MediaError
 */
export async function packageRenditions(
  settings: PipelineSettings,
  of: Packaging
): Promise<Packages> {
  const { hls, storyboard, subtitles } = of.plan
  const words = subtitles && (await readWords(settings, of, subtitles))
  const packages: VerifiedRendition[] = []
  if (words && words.tracks.length > 0)
    packages.push(await packageWords(subtitles!, words, of.watch.signal))
  if (hls) packages.push(await packageLadder(settings, { ...of, words }, hls))
  if (storyboard) packages.push(await packageSheets(settings, of, storyboard))
  return { packages, warnings: words?.warnings ?? [] }
}

async function readWords(
  { binaries }: PipelineSettings,
  { folder, watch, inputPath }: Packaging,
  subtitles: PlannedSubtitles
): Promise<MadeSubtitles> {
  return extractSubtitles(subtitles, { folder, binaries, inputPath, signal: watch.signal })
}

async function packageWords(
  { name, tracks: planned, leftOut }: PlannedSubtitles,
  { tracks, proof }: MadeSubtitles,
  signal: AbortSignal
): Promise<VerifiedRendition> {
  const found = planned.length + leftOut.length
  const [first, ...others] = await Promise.all(
    tracks.map(async ({ path, planned: { index: _, fileName: __, ...track } }) => ({
      ...(await describeFile(path, signal)),
      track,
    }))
  )
  return {
    ...{ name, kind: 'subtitles', decision: 'encode', width: null, height: null },
    reason: `${tracks.length} of ${found} tracks of subtitles, as WebVTT`,
    ...{ files: [first, ...others], proof },
  }
}

async function packageLadder(
  { binaries }: PipelineSettings,
  { folder, watch, verified, words }: Packaging & { words: MadeSubtitles | null },
  hls: PlannedHls
): Promise<VerifiedRendition> {
  const proofs = new Map(verified.map(({ name, proof }) => [name, proof]))
  const subtitles = words?.tracks ?? []
  const made = await packageHls(hls, { folder, binaries, proofs, subtitles, signal: watch.signal })
  const [{ width, height }] = hls.rungs
  return {
    ...{ name: hls.name, kind: 'hls', decision: 'remux', reason: hls.reason },
    ...{ width, height, files: await describeAll(made.files, watch.signal), proof: made.proof },
  }
}

async function packageSheets(
  { binaries }: PipelineSettings,
  { folder, watch }: Packaging,
  storyboard: PlannedStoryboard
): Promise<VerifiedRendition> {
  const run = { folder, binaries, signal: watch.signal }
  const { files, proof } = await makeStoryboard(storyboard, run)
  return {
    ...{ name: storyboard.name, kind: 'storyboard', decision: 'encode' },
    reason: `${proof.frameCount} small pictures, one for each ${storyboard.everyS} s at most`,
    ...storyboard.tile,
    ...{ files: await describeAll(files, watch.signal), proof },
  }
}

async function describeAll(
  [first, ...others]: [string, ...string[]],
  signal: AbortSignal
): Promise<[MadeFile, ...MadeFile[]]> {
  const describe = (path: string) => describeFile(path, signal)
  return [await describe(first), ...(await Promise.all(others.map(describe)))]
}
