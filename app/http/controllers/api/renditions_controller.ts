import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { renditionFile } from '#http/files/stored_files'
import { sendStoredFile } from '#http/files/send_stored_file'
import { renditionJson } from '#http/transformers/rendition_json'
import { fileValidator } from '#http/validators/api/files'
import { MediaStore } from '#storage/media_store'
import { findRendition, listRenditions } from '#videos/find_rendition'
import { findVideo } from '#videos/find_video'

@inject()
export default class RenditionsController {
  constructor(private store: MediaStore) {}

  async index({ params }: HttpContext) {
    const renditions = await listRenditions(await findVideo(params.id))
    return { data: renditions.map(renditionJson) }
  }

  /** The file itself. */
  async show(ctx: HttpContext) {
    const { download = false } = await ctx.request.validateUsing(fileValidator)
    const video = await findVideo(ctx.params.id)
    const file = renditionFile(video, await findRendition(video, ctx.params.name))
    return sendStoredFile(ctx, this.store, { ...file, isDownload: download })
  }
}
