import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { sendStoredFile } from '#http/files/send_stored_file'
import { partOfRendition, originalFile, posterFile, renditionFile } from '#http/files/stored_files'
import { SeveralFiles } from '#http/files/errors'
import { NotInMediaLink } from '#http/playback/errors'
import { readMediaLink } from '#http/playback/media_link'
import { ORIGINAL, POSTER } from '#http/playback/video_links'
import { fileValidator } from '#http/validators/api/files'
import { MediaStore } from '#storage/media_store'
import { findRendition, listRenditions } from '#videos/find_rendition'
import { findVideo } from '#videos/find_video'
import type { StoredFile } from '#http/files/send_stored_file'
import type Rendition from '#videos/rendition'
import type Video from '#videos/video'

/** Files for whoever holds a link that was signed: no account, no cookie, any site's player. */
@inject()
export default class MediaController {
  constructor(private store: MediaStore) {}

  /** One whole file; of several the way to the first, beside which a player finds the others. */
  async show(ctx: HttpContext) {
    const { download } = await ctx.request.validateUsing(fileValidator)
    const { video, name } = await this.#granted(ctx)
    const rendition = (await listRenditions(video)).find((one) => one.name === name)
    if (rendition && rendition.files.length > 1) return leadToFirst(ctx, rendition, download)
    const file = await wholeFile(video, { name, rendition })
    const isDownload = download ?? file.isDownload
    return sendStoredFile(ctx, this.store, { ...file, isDownload })
  }

  /** One of the files of a rendition. */
  async part(ctx: HttpContext) {
    const { download = false } = await ctx.request.validateUsing(fileValidator)
    const { video, name } = await this.#granted(ctx)
    const rendition = await findRendition(video, name)
    const file = partOfRendition({ video, rendition, name: ctx.params.file })
    return sendStoredFile(ctx, this.store, { ...file, isDownload: download })
  }

  /** @throws MediaLinkEnded, NotInMediaLink, VideoNotFound */
  async #granted({ params }: HttpContext) {
    const { videoId, files } = readMediaLink(params.token)
    if (!files.includes(params.name)) throw new NotInMediaLink(params.name)
    return { video: await findVideo(videoId), name: params.name as string }
  }
}

function leadToFirst(ctx: HttpContext, rendition: Rendition, isDownload = false) {
  if (isDownload) throw new SeveralFiles(rendition)
  const [{ name }] = rendition.files
  return ctx.response.redirect().toPath(`${ctx.request.url()}/${encodeURIComponent(name)}`)
}

/** @throws RenditionNotFound, PosterNotFound where it is gone since the link was given */
async function wholeFile(
  video: Video,
  { name, rendition }: { name: string; rendition?: Rendition }
): Promise<StoredFile> {
  if (rendition) return renditionFile(video, rendition)
  if (name === ORIGINAL) return originalFile(video)
  if (name === POSTER) return posterFile(video)
  return renditionFile(video, await findRendition(video, name))
}
