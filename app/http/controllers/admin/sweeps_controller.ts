import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { consoleActor } from '#http/controllers/admin/console_actor'
import { addressWith } from '#http/controllers/admin/page_query'
import { done, refuse, unlessRefused } from '#http/controllers/admin/refusal'
import { videoQuery, videosAddress } from '#http/controllers/admin/video_query'
import { RoleTooLow } from '#http/exceptions/role_too_low'
import { id } from '#http/validators/api/rules'
import { askedFilterOf } from '#http/validators/api/video_filter'
import { plural } from '#http/words/labels'
import { swept, sweepNotice } from '#http/words/sweeps'
import { includesRole } from '#accounts/role'
import { SWEEP_ACTIONS, type SweepAction } from '#jobs/sweeps/sweep'
import { findSweep } from '#jobs/sweeps/find_sweep'
import StartSweep from '#jobs/sweeps/start_sweep'
import { listTags } from '#videos/list_tags'
import { listVideos } from '#videos/list_videos'

/** Ticked on one page. */
const MAX_IDS = 100
const SHOWN = 8
const TAGS_OFFERED = 100

/** `selected`: the ticked ones; `all`: those of the filter, on every page. */
const choice = {
  scope: vine.enum(['selected', 'all'] as const),
  ids: vine
    .array(id())
    .maxLength(MAX_IDS)
    .parse((value) => (value === undefined || Array.isArray(value) ? value : [value]))
    .optional(),
}
const wanted = vine.create({ ...choice, action: vine.enum([...SWEEP_ACTIONS, 'start'] as const) })
const confirmed = vine.create({
  ...choice,
  action: vine.enum(SWEEP_ACTIONS),
  new_tag: vine.string().maxLength(1_000).nullable().optional(),
  expected: vine.number().withoutDecimals().optional(),
})

/** One change to many videos: asked for, counted, confirmed, watched. */
@inject()
export default class SweepsController {
  constructor(private startSweep: StartSweep) {}

  /** How many and which they are, before anything is done. */
  async create(ctx: HttpContext) {
    const asked = await ctx.request.validateUsing(wanted, { data: ctx.request.qs() })
    const { action } = asked
    const query = videoQuery(ctx)
    const back = videosAddress(query, { view: 'all' })
    const nothing = 'Nothing is selected: tick the videos that you mean.'
    if (isEmpty(asked)) return refuse(ctx, { path: back, at: 'sweep' }, nothing)
    const filter = chosenBy(ctx, asked)
    if (action === 'start') {
      const batch = askedFilterOf(filter)
      return ctx.response
        .redirect()
        .toPath(addressWith('/batches/new', { status: 'any', ...batch }))
    }
    refuseLowRole(ctx, action)
    const [videos, tags] = await Promise.all([
      listVideos({ ...filter, page: 1, perPage: SHOWN }),
      listTags(TAGS_OFFERED),
    ])
    const chosen = { isAll: asked.scope === 'all', ids: asked.ids ?? [], filter }
    const seen = { ...chosen, action, swept: swept(action), said: query.said, videos, tags, back }
    return ctx.view.render('pages/admin/sweeps/create', seen)
  }

  async store(ctx: HttpContext) {
    const asked = await ctx.request.validateUsing(confirmed)
    const { action, expected, new_tag: tag } = asked
    refuseLowRole(ctx, action)
    const path = videosAddress(videoQuery(ctx), { view: 'all' })
    const to = { path, at: 'sweep' } as const
    const request = { filter: chosenBy(ctx, asked), action, expected, tag: tag ?? '' }
    await unlessRefused(ctx, to, async () => {
      const sweep = await this.startSweep.handle({ ...request, by: consoleActor(ctx) })
      const words = `${plural(sweep.total, 'video')}: the change goes on by itself.`
      if (sweep.finishedAt) done(ctx, to.path, sweepNotice(sweep))
      else done(ctx, `/sweeps/${sweep.id}`, words)
    })
  }

  async show({ params, view }: HttpContext) {
    const sweep = await findSweep(params.id)
    return view.render('pages/admin/sweeps/show', { sweep, swept: swept(sweep.action) })
  }
}

function isEmpty({ scope, ids = [] }: Infer<typeof wanted>): boolean {
  return scope === 'selected' && ids.length === 0
}

function chosenBy(ctx: HttpContext, { scope, ids = [] }: { scope: string; ids?: number[] }) {
  return scope === 'selected' ? { ids, archived: 'any' as const } : videoQuery(ctx).filter
}

/** What goes for good is the administrators'. */
function refuseLowRole({ auth }: HttpContext, action: SweepAction) {
  const needed = action === 'delete' ? 'admin' : 'operator'
  if (!includesRole(auth.use('web').getUserOrFail().role, needed)) throw new RoleTooLow(needed)
}
