import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { originalFile, posterFile } from '#http/files/stored_files'
import { sendStoredFile } from '#http/files/send_stored_file'
import { fileValidator } from '#http/validators/api/files'
import { MediaStore } from '#storage/media_store'
import { findVideo } from '#videos/find_video'

/** The files of a video that are no renditions. */
@inject()
export default class VideoFilesController {
  constructor(private store: MediaStore) {}

  async poster(ctx: HttpContext) {
    return sendStoredFile(ctx, this.store, posterFile(await findVideo(ctx.params.id)))
  }

  async original(ctx: HttpContext) {
    const { download = true } = await ctx.request.validateUsing(fileValidator)
    const file = originalFile(await findVideo(ctx.params.id))
    return sendStoredFile(ctx, this.store, { ...file, isDownload: download })
  }
}
