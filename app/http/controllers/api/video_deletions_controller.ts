import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { editableOfVideo } from '#http/transformers/video_json'
import { unlessChanged } from '#http/versions/versions'
import DeleteVideo from '#jobs/life/delete_video'
import { findVideo } from '#videos/find_video'

@inject()
export default class VideoDeletionsController {
  constructor(private deleteVideo: DeleteVideo) {}

  /** 204: gone; 202: it goes as soon as its jobs have stopped. */
  async store(ctx: HttpContext) {
    const { id } = await findVideo(ctx.params.id)
    const check = unlessChanged(ctx, editableOfVideo)
    const isGone = await this.deleteVideo.handle({ videoId: id, check, by: apiActor(ctx) })
    if (isGone) return ctx.response.status(204).send(null)
    ctx.response.status(202)
    return { id, is_being_deleted: true, links: { self: `/api/v1/videos/${id}` } }
  }
}
