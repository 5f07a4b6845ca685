import type { SubtitleLabel } from '#media/subtitles/plan_subtitles'

export const RENDITION_KINDS = [
  'video',
  'audio',
  'image',
  'hls',
  'storyboard',
  'subtitles',
] as const
export type RenditionKind = (typeof RENDITION_KINDS)[number]

/** One of the files that a rendition is made of. */
export interface RenditionFile {
  /** As it is asked for, and as its neighbours refer to it; unique in the rendition. */
  name: string
  /** In the store. */
  key: string
  sizeBytes: number
  sha256: string
  mimeType: string
  /** How players name and choose it; of subtitles alone. */
  track?: SubtitleLabel
}
