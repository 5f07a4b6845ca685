import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { consoleActor } from '#http/controllers/admin/console_actor'
import { done, unlessRefused } from '#http/controllers/admin/refusal'
import { videoQuery, videosAddress } from '#http/controllers/admin/video_query'
import { id } from '#http/validators/api/rules'
import { deleteView, makeDefault, saveView } from '#videos/saved_views'

const fields = vine.create({
  name: vine.string().maxLength(200).nullable(),
  is_default: vine.boolean().optional(),
})
const own = vine.create({ id: id() })
const wantsDefault = vine.create({ is_default: vine.boolean() })

/** Filters of the Videos page that people keep for themselves. */
export default class SavedViewsController {
  /** The fields of the filter come along as the page's address has them. */
  async store(ctx: HttpContext) {
    const { name, is_default: isDefault = false } = await ctx.request.validateUsing(fields)
    const path = videosAddress(videoQuery(ctx))
    const query = path.split('?')[1] ?? ''
    const view = { ...ownerOf(ctx), name: name ?? '', query, isDefault }
    const to = { path, at: 'view' } as const
    if (!(await unlessRefused(ctx, to, () => saveView(view)))) return
    done(ctx, path, `The view “${view.name.trim()}” is saved.`)
  }

  async update(ctx: HttpContext) {
    const view = await own.validate(ctx.params)
    const { is_default: isDefault } = await ctx.request.validateUsing(wantsDefault)
    await makeDefault({ ...view, ...ownerOf(ctx), isDefault })
    const words = isDefault ? 'Videos opens with this view now.' : 'Videos opens with all videos.'
    done(ctx, videosAddress(videoQuery(ctx), { view: 'all' }), words)
  }

  async destroy(ctx: HttpContext) {
    await deleteView({ ...(await own.validate(ctx.params)), ...ownerOf(ctx) })
    done(ctx, '/videos?view=all', 'The view is deleted; the videos stay.')
  }
}

function ownerOf(ctx: HttpContext) {
  return { userId: ctx.auth.use('web').user!.id, by: consoleActor(ctx) }
}
