import type { VideoLinks } from '#http/playback/video_links'

/** Signed addresses as the API tells them. */
export function videoLinksJson({ expiresAt, links }: VideoLinks) {
  return {
    expires_at: expiresAt.toISOString(),
    data: links.map(({ name, kind, mimeType, url }) => ({ name, kind, mime_type: mimeType, url })),
  }
}
