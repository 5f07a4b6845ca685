import Job from '#jobs/job'
import { MediaError } from '#media/errors'
import { planEncode, type EncodePlan } from '#media/encode_plan'
import { trimmedSpans } from '#media/plan_trim'
import { encodeRenditions } from '#pipeline/encode_renditions'
import { packageRenditions } from '#pipeline/package_renditions'
import { verifyRenditions, type VerifiedRendition } from '#pipeline/verify_renditions'
import type { JobLease } from '#jobs/job_lease'
import type { LeaseWatch } from '#pipeline/lease_watch'
import type { PipelineSettings } from '#pipeline/pipeline_settings'

export interface Making {
  job: Job
  lease: JobLease
  watch: LeaseWatch
  /** The attempt's own folder; all files are made in it. */
  folder: string
  inputPath: string
}

export interface MadeRenditions {
  plan: EncodePlan
  verified: VerifiedRendition[]
}

/** A copied stream that turns out unfit may well be encoded. */
const CURED_BY_ENCODING = new Set(['RESULT_DAMAGED', 'RESULT_WRONG', 'RESULT_CUT_SHORT'])

/**
 * Plans, encodes, verifies and packages. Where a copy does not verify everything is encoded instead, once.
 *
 * @throws MediaError
 */
export async function makeRenditions(
  settings: PipelineSettings,
  making: Making
): Promise<MadeRenditions> {
  const { mediaInfo } = making.job.video
  const recipe = making.job.wantedRecipe
  const plan = planEncode(mediaInfo, recipe)
  try {
    return await make(settings, making, plan)
  } catch (error) {
    const isCured = error instanceof MediaError && CURED_BY_ENCODING.has(error.code)
    if (!isCured || !hasCopies(plan)) throw error
    return make(settings, making, planEncode(mediaInfo, recipe, { mayCopy: false }))
  }
}

async function make(settings: PipelineSettings, making: Making, plan: EncodePlan) {
  const { job, watch, folder, inputPath } = making
  watch.report('plan')
  await Job.query()
    .where('id', job.id)
    .update({ plan: JSON.stringify(plan) })

  watch.report('encode')
  const { durationS, mediaInfo } = job.video
  const encodeLog = await encodeRenditions(settings, { ...making, plan, durationS })
  const { warnings } = mediaInfo
  const source = { path: inputPath, plan: plan.source, warnings, encodeLog }
  const sourceSpans = trimmedSpans(mediaInfo.spans, plan.source.trim, mediaInfo.startS)
  const verified = await verifyRenditions(settings, { plan, folder, watch, source, sourceSpans })
  const packaged = await packageRenditions(settings, { plan, folder, watch, verified })
  return { plan, verified: [...verified, ...packaged] }
}

function hasCopies(plan: EncodePlan) {
  return plan.renditions.some(({ decision }) => decision === 'copy' || decision === 'remux')
}
