import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { partOfRendition, renditionFile } from '#http/files/stored_files'
import { SeveralFiles } from '#http/files/errors'
import { sendStoredFile } from '#http/files/send_stored_file'
import { mainFilePath, renditionJson } from '#http/transformers/rendition_json'
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

  /** The file itself; where there are several, the way to the first, so that it finds its neighbours. */
  async show(ctx: HttpContext) {
    const { download = false } = await ctx.request.validateUsing(fileValidator)
    const video = await findVideo(ctx.params.id)
    const rendition = await findRendition(video, ctx.params.name)
    if (rendition.files.length > 1) {
      if (download) throw new SeveralFiles(rendition)
      return ctx.response.redirect().toPath(mainFilePath(rendition))
    }
    const file = renditionFile(video, rendition)
    return sendStoredFile(ctx, this.store, { ...file, isDownload: download })
  }

  /** One of its files. */
  async file(ctx: HttpContext) {
    const { download = false } = await ctx.request.validateUsing(fileValidator)
    const video = await findVideo(ctx.params.id)
    const rendition = await findRendition(video, ctx.params.name)
    const file = partOfRendition({ video, rendition, name: ctx.params.file })
    return sendStoredFile(ctx, this.store, { ...file, isDownload: download })
  }
}
