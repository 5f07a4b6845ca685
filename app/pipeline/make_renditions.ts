import Job from '#jobs/job'
import { askAbilities } from '#media/run/ask_abilities'
import { planAgain } from '#media/plan/plan_again'
import { planEncode, type EncodePlan, type PlanOptions } from '#media/plan/encode_plan'
import { trimmedSpans } from '#media/plan/plan_trim'
import { encodeRenditions } from '#pipeline/encode_renditions'
import type { MediaWarning } from '#media/probe/media_info'
import { keepOriginals } from '#pipeline/keep_originals'
import { packageRenditions } from '#pipeline/package_renditions'
import { verifyRenditions } from '#pipeline/verify_renditions'
import type { MadeRenditions, Making } from '#pipeline/making'
import type { PipelineSettings } from '#pipeline/pipeline_settings'

/**
 * Plans, encodes, verifies and packages. Where a copy does not verify everything is encoded instead, and where a
 * codec fails the next of its list is tried; what came out larger than its source keeps the source's pictures.
 *
 * @throws MediaError
 */
export async function makeRenditions(
  settings: PipelineSettings,
  making: Making
): Promise<MadeRenditions> {
  const abilities = await askAbilities(settings.binaries, making.watch.signal)
  return tryPlan(settings, making, { abilities })
}

async function tryPlan(
  settings: PipelineSettings,
  making: Making,
  options: PlanOptions
): Promise<MadeRenditions> {
  const recipe = making.job.wantedRecipe
  const plan = planEncode(making.job.video.mediaInfo, recipe, options)
  try {
    return await make(settings, making, { plan, options })
  } catch (error) {
    const again = planAgain(error, { plan, recipe, options })
    if (!again) throw error
    return tryPlan(settings, making, again)
  }
}

async function make(
  settings: PipelineSettings,
  making: Making,
  first: { plan: EncodePlan; options: PlanOptions }
) {
  const { watch, folder, inputPath } = making
  watch.report('plan')
  await tellPlan(making, first.plan)

  watch.report('encode')
  const { source, sourceSpans, verified: encoded } = await encode(settings, making, first.plan)
  const finished = { ...first, verified: encoded, source, sourceSpans }
  const { plan, verified } = await keepOriginals(settings, making, finished)
  if (plan !== first.plan) await tellPlan(making, plan)

  const packaging = { plan, folder, watch, verified, inputPath }
  const { packages, warnings: ofPackages } = await packageRenditions(settings, packaging)
  await making.scratchUse.check()
  const all = [...verified.flatMap(({ proof }) => proof.warnings ?? []), ...ofPackages]
  return { plan, verified: [...verified, ...packages], warnings: unique(all) }
}

/** Shown to people while the work goes on. */
async function tellPlan({ job, lease }: Making, plan: EncodePlan) {
  await Job.query()
    .where({ id: job.id, leaseToken: lease.token })
    .update({ plan: JSON.stringify(plan) })
}

async function encode(settings: PipelineSettings, making: Making, plan: EncodePlan) {
  const { job, watch, folder, inputPath } = making
  const { mediaInfo } = job.video
  const { durationS } = plan.source
  const encodeLog = await encodeRenditions(settings, { ...making, plan, durationS })
  const { warnings } = mediaInfo
  const source = { path: inputPath, plan: plan.source, warnings, encodeLog }
  const sourceSpans = trimmedSpans(mediaInfo.spans, plan.source.trim, mediaInfo.startS)
  const verified = await verifyRenditions(settings, { plan, folder, watch, source, sourceSpans })
  return { source, sourceSpans, verified }
}

/** Every rendition tells what its source lacks. */
function unique(warnings: MediaWarning[]): MediaWarning[] {
  return [...new Map(warnings.map((warning) => [warning.text, warning])).values()]
}
