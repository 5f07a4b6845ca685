import { createHash } from 'node:crypto'
import { parse } from 'node:path'
import { mimeTypeOf } from '#media/recipe/mime_type'
import { PosterNotFound } from '#videos/errors'
import { fileOf } from '#videos/find_rendition'
import type { StoredFile } from '#http/files/send_stored_file'
import type Rendition from '#videos/rendition'
import type Video from '#videos/video'
import type Watermark from '#watermarks/watermark'

/** A rendition, shown in place; saved as `<title>-<name>.mp4`. */
export function renditionFile(video: Video, rendition: Rendition): StoredFile {
  return {
    key: rendition.fileKey,
    mimeType: rendition.mimeType,
    etag: rendition.sha256,
    lastModified: rendition.createdAt.toJSDate(),
    fileName: `${video.title}-${rendition.name}${parse(rendition.fileKey).ext}`,
    isDownload: false,
    isFilm: /^(video|audio)\//.test(rendition.mimeType),
  }
}

/** One of the files of a rendition, shown in place; saved as `<title>-<name of the file>`. */
export function partOfRendition(of: {
  video: Video
  rendition: Rendition
  name: string
}): StoredFile {
  const { key, mimeType, sha256, name } = fileOf(of.rendition, of.name)
  return {
    key,
    mimeType,
    etag: sha256,
    lastModified: of.rendition.createdAt.toJSDate(),
    fileName: `${of.video.title}-${name}`,
    isDownload: false,
    isFilm: false,
  }
}

/** The source bytes, saved under the name that they came with. */
export function originalFile(video: Video): StoredFile {
  return {
    key: video.originalKey,
    mimeType: mimeTypeOf(video.originalKey),
    etag: video.sha256,
    lastModified: video.createdAt.toJSDate(),
    fileName: video.originalName,
    isDownload: true,
    isFilm: true,
  }
}

/** A watermark's picture, shown in place. */
export function watermarkFile(watermark: Watermark): StoredFile {
  return {
    key: watermark.key,
    mimeType: watermark.mimeType,
    etag: watermark.sha256,
    lastModified: watermark.createdAt.toJSDate(),
    fileName: `${watermark.name}${parse(watermark.key).ext}`,
    isDownload: false,
    isFilm: false,
  }
}

/** The poster, shown in place. @throws PosterNotFound */
export function posterFile(video: Video): StoredFile {
  if (!video.posterKey) throw new PosterNotFound(video.id)
  return {
    key: video.posterKey,
    mimeType: mimeTypeOf(video.posterKey),
    etag: createHash('sha256').update(video.posterKey).digest('hex'), // a key's bytes never change
    lastModified: video.updatedAt.toJSDate(),
    fileName: `${video.title}-poster${parse(video.posterKey).ext}`,
    isDownload: false,
    isFilm: false,
  }
}
