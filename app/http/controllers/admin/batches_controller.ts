import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import StartBatch from '#jobs/batches/start_batch'
import { LEFT_OUT_REASONS, previewBatch } from '#jobs/batches/preview_batch'
import { countBatchJobs, findBatch } from '#jobs/batches/find_batch'
import { countJobsOf, listBatches } from '#jobs/reports/list_batches'
import { laneStatus } from '#jobs/reports/lane_status'
import { listTags } from '#videos/list_tags'
import { presetsOnOffer } from '#presets/presets_on_offer'
import { VIDEO_STATUSES } from '#videos/video_status'
import { batchRequest } from '#http/controllers/batch_request'
import { consoleActor } from '#http/controllers/admin/console_actor'
import { addressWith, pageNumber } from '#http/controllers/admin/page_query'
import { done, unlessRefused } from '#http/controllers/admin/refusal'
import { videoFilterOf } from '#http/validators/api/video_filter'
import { filterParts } from '#http/words/video_filter'
import { plural } from '#http/words/labels'
import { startBatchValidator } from '#http/validators/api/batches'
import type { VideoFilter } from '#videos/matching_videos'

const PAGE = '/batches'
const PER_PAGE = 25
const TAGS_OFFERED = 100

/** Many jobs by one request. */
@inject()
export default class BatchesController {
  constructor(private startBatch: StartBatch) {}

  async index(ctx: HttpContext) {
    const batches = await listBatches({ page: pageNumber(ctx), perPage: PER_PAGE })
    const counts = await countJobsOf(batches.all().map(({ id }) => id))
    const link = (change: object) => addressWith(PAGE, { ...change })
    const lanes = await laneStatus()
    return ctx.view.render('pages/admin/batches/index', { batches, counts, lanes, link })
  }

  async show({ params, view }: HttpContext) {
    const batch = await findBatch(params.id)
    const counts = await countBatchJobs(batch.id)
    return view.render('pages/admin/batches/show', { batch, counts })
  }

  /** The form, filled with what the address says, and how many videos that would be. */
  async create({ request, view }: HttpContext) {
    const said = Object.entries(request.qs()).filter(([, value]) => value !== '')
    const asked = { preset: 'medium', ...Object.fromEntries(said) }
    const [presets, tags, found] = await Promise.all([
      presetsOnOffer(),
      listTags(TAGS_OFFERED),
      preview(asked),
    ])
    const seen = { asked, presets, tags, ...found, statuses: VIDEO_STATUSES }
    return view.render('pages/admin/batches/create', { ...seen, reasons: LEFT_OUT_REASONS })
  }

  async store(ctx: HttpContext) {
    const asked = await ctx.request.validateUsing(startBatchValidator)
    const request = { ...batchRequest(asked), by: consoleActor(ctx) }
    const to = {
      path: addressWith(`${PAGE}/new`, {
        ...asked,
        ids: asked.ids?.join(','),
        worker_tags: asked.worker_tags?.join(','),
        dry_run: null,
      }),
      at: 'batch',
    } as const
    await unlessRefused(ctx, to, async () => {
      const { batch, jobIds } = await this.startBatch.handle(request)
      const held = batch.jobCount - jobIds.length
      const rest = held > 0 ? `; ${plural(held, 'other')} follow when one of them completed` : ''
      const words = `${plural(jobIds.length, 'job')} started with ${asked.preset}${rest}.`
      done(ctx, `${PAGE}/${batch.id}`, words)
    })
  }
}

/** What the form has no fields for; it comes along from the filter of the Videos page. */
const FURTHER: ReadonlySet<keyof VideoFilter> = new Set([
  ...(['ids', 'codec', 'minSizeBytes', 'maxSizeBytes', 'minDurationS', 'maxDurationS'] as const),
  ...(['addedFrom', 'addedTo', 'uploadedBy', 'archived'] as const),
])

/** What a batch would be, or what is wrong with the request. */
async function preview(asked: unknown) {
  const [mistakes, checked] = await startBatchValidator.tryValidate(asked)
  if (mistakes) {
    const messages: { message: string }[] = mistakes.messages
    return { found: null, mistakes: messages.map(({ message }) => message), further: [] }
  }
  const further = filterParts(videoFilterOf(checked)).filter(({ name }) => FURTHER.has(name))
  return { found: await previewBatch(batchRequest(checked)), mistakes: [], further }
}
