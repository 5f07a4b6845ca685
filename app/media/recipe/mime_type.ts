import { CONTAINER_FORMATS } from './formats.js'

const BY_EXTENSION: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(CONTAINER_FORMATS).map(([extension, { mimeType }]) => [extension, mimeType])
  ),
  jpeg: 'image/jpeg',
  mpegts: 'video/mp2t',
  mpeg: 'video/mpeg',
  avi: 'video/x-msvideo',
  flv: 'video/x-flv',
  asf: 'video/x-ms-asf',
  ogg: 'video/ogg',
  m3u8: 'application/vnd.apple.mpegurl',
  m4s: 'video/iso.segment',
  vtt: 'text/vtt; charset=utf-8',
}

/** The media type of a file by the extension that we gave it. */
export function mimeTypeOf(fileName: string): string {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1)
  const isKnown = Object.hasOwn(BY_EXTENSION, extension)
  return isKnown ? BY_EXTENSION[extension] : 'application/octet-stream'
}
