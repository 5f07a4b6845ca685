const BY_EXTENSION: Record<string, string> = {
  mp4: 'video/mp4',
  mkv: 'video/x-matroska',
  mpegts: 'video/mp2t',
  mpeg: 'video/mpeg',
  avi: 'video/x-msvideo',
  flv: 'video/x-flv',
  asf: 'video/x-ms-asf',
  ogg: 'video/ogg',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  png: 'image/png',
}

/** The media type of a stored file by the extension that we gave it. */
export function mimeTypeOf(key: string): string {
  return BY_EXTENSION[key.slice(key.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
}
