import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { MediaError } from '#media/errors'
import { planKept, withKept } from '#media/plan/keep_original'
import { encodeRenditions } from '#pipeline/encode_renditions'
import { verifyRenditions, type Verification } from '#pipeline/verify_renditions'
import type { EncodePlan, PlanOptions } from '#media/plan/encode_plan'
import type { Making } from '#pipeline/making'
import type { PipelineSettings } from '#pipeline/pipeline_settings'
import type { VerifiedRendition } from '#pipeline/verify_renditions'

interface Finished {
  plan: EncodePlan
  options: PlanOptions
  verified: VerifiedRendition[]
  source: Verification['source']
  sourceSpans: Verification['sourceSpans']
}

/**
 * Encoding cannot always make a small file smaller: where a finished encode is larger than its source, and the source
 * would do, the source's pictures are published instead. That costs a copy of the file; where the copy does not verify
 * the encode stays.
 *
 * @throws MediaError ABORTED
 */
export async function keepOriginals(
  settings: PipelineSettings,
  making: Making,
  { plan, options, verified, ...evidence }: Finished
): Promise<Pick<Finished, 'plan' | 'verified'>> {
  const { job, watch } = making
  const info = job.video.mediaInfo
  const sizes = verified.map(({ name, files }) => ({ name, sizeBytes: files[0].sizeBytes }))
  const kept = planKept({ info, recipe: job.wantedRecipe, options, plan }, sizes)
  if (!kept) return { plan, verified }

  const folder = join(making.folder, 'kept')
  await mkdir(folder)
  try {
    const { durationS } = kept.source
    await encodeRenditions(settings, { ...making, folder, plan: kept, durationS, isExtra: true })
    const copies = await verifyRenditions(settings, { plan: kept, folder, watch, ...evidence })
    return { plan: withKept(plan, kept), verified: replaced(verified, copies) }
  } catch (error) {
    if (!(error instanceof MediaError) || error.code === 'ABORTED') throw error
    return { plan, verified }
  }
}

function replaced(verified: VerifiedRendition[], copies: VerifiedRendition[]) {
  return verified.map((one) => copies.find(({ name }) => name === one.name) ?? one)
}
