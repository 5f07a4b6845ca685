import { packageHls } from '#media/hls/package_hls'
import { makeStoryboard } from '#media/storyboard/make_storyboard'
import { describeFile, type MadeFile } from '#pipeline/made_files'
import type { PlannedHls } from '#media/hls/plan_hls'
import type { PlannedStoryboard } from '#media/storyboard/plan_storyboard'
import type { PipelineSettings } from '#pipeline/pipeline_settings'
import type { Verification, VerifiedRendition } from '#pipeline/verify_renditions'

export interface Packaging extends Pick<Verification, 'folder' | 'watch'> {
  plan: { hls: PlannedHls | null; storyboard: PlannedStoryboard | null }
  /** What the ladder is cut from. */
  verified: VerifiedRendition[]
}

/**
 * What is made from files that are verified already: the ladder of segments, and the sheets of the storyboard.
 *
 * @throws MediaError
 */
export async function packageRenditions(
  settings: PipelineSettings,
  of: Packaging
): Promise<VerifiedRendition[]> {
  const { hls, storyboard } = of.plan
  const packages: VerifiedRendition[] = []
  if (hls) packages.push(await packageLadder(settings, of, hls))
  if (storyboard) packages.push(await packageSheets(settings, of, storyboard))
  return packages
}

async function packageLadder(
  { binaries }: PipelineSettings,
  { folder, watch, verified }: Packaging,
  hls: PlannedHls
): Promise<VerifiedRendition> {
  const proofs = new Map(verified.map(({ name, proof }) => [name, proof]))
  const made = await packageHls(hls, { folder, binaries, proofs, signal: watch.signal })
  const [{ width, height }] = hls.rungs
  return {
    ...{ name: hls.name, kind: 'hls', decision: 'remux', reason: hls.reason },
    ...{ width, height, files: await describeAll(made.files), proof: made.proof },
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
    ...{ files: await describeAll(files), proof },
  }
}

async function describeAll([first, ...others]: [string, ...string[]]): Promise<
  [MadeFile, ...MadeFile[]]
> {
  return [await describeFile(first), ...(await Promise.all(others.map(describeFile)))]
}
