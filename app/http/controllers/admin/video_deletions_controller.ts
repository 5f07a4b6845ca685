import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { done } from '#http/controllers/admin/refusal'
import DeleteVideo from '#jobs/life/delete_video'
import { findVideo } from '#videos/find_video'

@inject()
export default class VideoDeletionsController {
  constructor(private deleteVideo: DeleteVideo) {}

  async store(ctx: HttpContext) {
    const { id, title } = await findVideo(ctx.params.id)
    const by = ctx.auth.use('web').user!.asActor('console')
    const isGone = await this.deleteVideo.handle({ videoId: id, by })
    const after = isGone ? 'is gone' : 'goes as soon as its jobs have stopped'
    done(ctx, '/videos', `“${title}” ${after}.`)
  }
}
