import Rendition from '#videos/rendition'
import { RenditionNotFound } from '#videos/errors'
import type Video from '#videos/video'

/** What was published of a video, by name. */
export function listRenditions(video: Video): Promise<Rendition[]> {
  return Rendition.query().where('video_id', video.id).orderBy('name')
}

/** The published file of that name. @throws RenditionNotFound naming those that exist */
export async function findRendition(video: Video, name: string): Promise<Rendition> {
  const renditions = await listRenditions(video)
  const found = renditions.find((rendition) => rendition.name === name)
  if (found) return found
  const names = renditions.map((rendition) => rendition.name)
  throw new RenditionNotFound(video.id, names)
}
