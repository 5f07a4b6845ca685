import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { consoleActor } from '#http/controllers/admin/console_actor'
import { ownAddress } from '#http/own_address'
import { refuse } from '#http/controllers/admin/refusal'
import { LONGEST_LINK_S, SHORTEST_LINK_S } from '#http/playback/media_link'
import { linksTo } from '#http/playback/video_links'
import { text, wholeNumber } from '#http/validators/api/rules'
import { findVideo } from '#videos/find_video'

const asking = vine.create({
  files: vine.array(text(63)).optional(),
  lifetime_seconds: wholeNumber(SHORTEST_LINK_S, LONGEST_LINK_S),
})

/** Links for people without an account. */
export default class VideoLinksController {
  async store(ctx: HttpContext) {
    const video = await findVideo(ctx.params.id)
    const asked = await ctx.request.validateUsing(asking)
    const path = `/videos/${video.id}#share`
    if (!asked.files?.length) {
      return refuse(ctx, { path, at: 'share' }, 'Choose at least one file.')
    }
    const { files, lifetime_seconds: lifetimeS } = asked
    const shared = await linksTo(video, { files, lifetimeS, by: consoleActor(ctx) })
    const links = shared.links.map(({ name, path: at }) => ({ name, url: ownAddress(ctx, at) }))
    ctx.session.flash('shared', { expiresAt: shared.expiresAt, links })
    ctx.response.redirect().toPath(path)
  }
}
