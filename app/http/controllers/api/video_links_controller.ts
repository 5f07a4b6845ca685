import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { ownAddress } from '#http/own_address'
import { linksTo } from '#http/playback/video_links'
import { videoLinksJson } from '#http/transformers/video_links_json'
import { videoLinksValidator } from '#http/validators/api/video_links'
import { findVideo } from '#videos/find_video'

const AN_HOUR_S = 3600

/** Addresses for people without a token. */
export default class VideoLinksController {
  async store(ctx: HttpContext) {
    const { params, request, response } = ctx
    const asked = await request.validateUsing(videoLinksValidator)
    const video = await findVideo(params.id)
    const lifetimeS = asked.expires_in_seconds ?? AN_HOUR_S
    const links = await linksTo(video, { files: asked.files, lifetimeS, by: apiActor(ctx) })
    response.status(201)
    return videoLinksJson(links, (path) => ownAddress(ctx, path))
  }
}
