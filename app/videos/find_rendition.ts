import Rendition from '#videos/rendition'
import { RenditionFileNotFound, RenditionNotFound } from '#videos/errors'
import type { RenditionFile } from '#videos/rendition_file'
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

/** One of its files, by exactly its name: no name leads anywhere else. @throws RenditionFileNotFound */
export function fileOf(rendition: Rendition, name: string): RenditionFile {
  const found = rendition.files.find((file) => file.name === name)
  if (found) return found
  const names = rendition.files.map((file) => file.name)
  throw new RenditionFileNotFound(rendition.name, names)
}
