import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import Rendition from '#videos/rendition'
import { FileGone } from '#http/exceptions/file_gone'
import { findVideo } from '#videos/find_video'
import { MediaStore } from '#storage/media_store'
import { originalFile, posterFile, renditionFile } from '#http/files/stored_files'
import { sendStoredFile } from '#http/files/send_stored_file'

/** The bytes behind the pages: posters, renditions for the player and for saving, originals. */
@inject()
export default class VideoFilesController {
  constructor(private store: MediaStore) {}

  async poster(ctx: HttpContext) {
    const video = await findVideo(ctx.params.id)
    await sendStoredFile(ctx, this.store, posterFile(video))
  }

  async original(ctx: HttpContext) {
    const video = await findVideo(ctx.params.id)
    await sendStoredFile(ctx, this.store, originalFile(video))
  }

  /** Shown in place; saved where the address ends in `?download`. */
  async rendition(ctx: HttpContext) {
    const video = await findVideo(ctx.params.id)
    const named = { videoId: video.id, name: ctx.params.name }
    const rendition = await Rendition.query().where(named).first()
    if (!rendition) throw new FileGone()
    const isDownload = ctx.request.qs().download !== undefined
    await sendStoredFile(ctx, this.store, { ...renditionFile(video, rendition), isDownload })
  }
}
