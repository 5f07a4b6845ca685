import { mimeTypeOf } from '#media/recipe/mime_type'
import { signMediaLink } from '#http/playback/media_link'
import { recordAudit } from '#accounts/audit'
import { listRenditions } from '#videos/find_rendition'
import { PosterNotFound, RenditionNotFound } from '#videos/errors'
import type { Actor } from '#accounts/actor'
import type Rendition from '#videos/rendition'
import type Video from '#videos/video'

/** Names of what is no rendition. */
export const POSTER = 'poster'
export const ORIGINAL = 'original'

export interface VideoLinks {
  expiresAt: Date
  links: { name: string; kind: string; mimeType: string; path: string }[]
}

/**
 * Addresses that play and save files of a video without a token, until they end.
 *
 * @param files names of renditions, `poster`, `original`; left out: everything published, and the poster where there is one
 * @throws RenditionNotFound, PosterNotFound
 */
export async function linksTo(
  video: Video,
  { files, lifetimeS, by }: { files?: string[]; lifetimeS: number; by: Actor }
): Promise<VideoLinks> {
  const renditions = await listRenditions(video)
  const names = files ? [...new Set(files)] : everythingOf(video, renditions)
  const known = names.map((name) => ({ name, ...describe(name, video, renditions) }))
  const expiresAt = new Date(Date.now() + lifetimeS * 1000)
  const subject = { type: 'video', id: video.id }
  const details = { files: names, expiresAt: expiresAt.toISOString() }
  await recordAudit({ by, action: 'video.linked', subject, details })
  const token = signMediaLink({ videoId: video.id, files: names }, lifetimeS)
  const links = known.map((one) => ({
    ...one,
    path: `/media/${token}/${encodeURIComponent(one.name)}`,
  }))
  return { expiresAt, links }
}

function everythingOf(video: Video, renditions: Rendition[]): string[] {
  return [...renditions.map(({ name }) => name), ...(video.posterKey ? [POSTER] : [])]
}

function describe(name: string, video: Video, renditions: Rendition[]) {
  const rendition = renditions.find((one) => one.name === name)
  if (rendition) return { kind: rendition.kind, mimeType: rendition.mimeType }
  if (name === ORIGINAL) return { kind: ORIGINAL, mimeType: mimeTypeOf(video.originalKey) }
  if (name !== POSTER) throw new RenditionNotFound(video.id, everythingOf(video, renditions))
  if (!video.posterKey) throw new PosterNotFound(video.id)
  return { kind: POSTER, mimeType: mimeTypeOf(video.posterKey) }
}
