import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import Rendition from '#videos/rendition'
import { SeveralFiles } from '#http/files/errors'
import { FileGone } from '#http/exceptions/file_gone'
import { findVideo } from '#videos/find_video'
import { MediaStore } from '#storage/media_store'
import { originalFile, partOfRendition, posterFile, renditionFile } from '#http/files/stored_files'
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

  /** Shown in place; saved where the address ends in `?download`. Of several files it leads to the first. */
  async rendition(ctx: HttpContext) {
    const { video, rendition } = await this.#find(ctx)
    const isDownload = ctx.request.qs().download !== undefined
    if (rendition.files.length > 1) {
      if (isDownload) throw new SeveralFiles(rendition)
      const [{ name }] = rendition.files
      return ctx.response.redirect().toPath(`${ctx.request.url()}/${encodeURIComponent(name)}`)
    }
    await sendStoredFile(ctx, this.store, { ...renditionFile(video, rendition), isDownload })
  }

  /** One of its files. */
  async renditionPart(ctx: HttpContext) {
    const file = partOfRendition({ ...(await this.#find(ctx)), name: ctx.params.file })
    const isDownload = ctx.request.qs().download !== undefined
    await sendStoredFile(ctx, this.store, { ...file, isDownload })
  }

  async #find({ params }: HttpContext) {
    const video = await findVideo(params.id)
    const rendition = await Rendition.query()
      .where({ videoId: video.id, name: params.name })
      .first()
    if (!rendition) throw new FileGone()
    return { video, rendition }
  }
}
