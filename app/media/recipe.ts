/** What a preset version asks of the media engine. Plain data, stored as JSON, never altered once used. */
export interface Recipe {
  renditions: RenditionRecipe[]
  poster: PosterRecipe | null
}

export interface RenditionRecipe {
  /** Unique in the recipe; also the published rendition's name and the stem of its file. */
  name: string
  container: 'mp4'
  video: VideoRecipe
  audio: AudioRecipe
}

export interface VideoRecipe {
  codec: 'h264'
  /** `copy_if_web_safe` leaves the pictures untouched where every browser plays them as they are. */
  policy: 'encode' | 'copy_if_web_safe'
  /** Pixels, or null for no limit. The short side bounds portrait and landscape alike. */
  maxShortSide: number | null
  maxLongSide: number | null
  /** Ceiling in bit/s, or null for the source's own rate. */
  maxBitRate: number | null
  /** x264 quality, 0 (lossless) to 51. */
  crf: number
  /** x264 preset, such as `veryfast`. */
  encoderPreset: string
}

export interface AudioRecipe {
  codec: 'aac'
  /** Ceiling in bit/s. */
  bitRate: number
}

export interface PosterRecipe {
  /** Widest in pixels; never wider than the video. */
  width: number
  /** Seconds from the start, or null for a moment that shows something. */
  atS: number | null
}
