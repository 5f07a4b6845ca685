import type { VideoLinks } from '#http/playback/video_links'

/** Signed addresses as the API tells them. @param addressOf a path of ours as others open it */
export function videoLinksJson(
  { expiresAt, links }: VideoLinks,
  addressOf: (path: string) => string
) {
  return {
    expires_at: expiresAt.toISOString(),
    data: links.map(({ name, kind, mimeType, path }) => ({
      ...{ name, kind, mime_type: mimeType },
      url: addressOf(path),
    })),
  }
}
