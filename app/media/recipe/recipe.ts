import type { FilterRecipe } from './filter_recipe.js'
import type { AudioCodec, Container, VideoCodec } from './formats.js'

/** What a preset version or an operation asks of the media engine. Plain data, stored as JSON. */
export interface Recipe {
  renditions: RenditionRecipe[]
  poster: PosterRecipe | null
  /** Sprite sheets for the hover preview of players, or null for none. */
  storyboard: StoryboardRecipe | null
  /** The recipe's H.264 renditions as a ladder of aligned segments too, or null for none. */
  hls: HlsRecipe | null
  /** The source's subtitles that are words, as WebVTT too. */
  subtitles: boolean
  /** The part of the source that is taken, or null for all of it. */
  trim: TrimRecipe | null
}

export interface RenditionRecipe {
  /** Unique in the recipe; also the published rendition's name and the stem of its file. */
  name: string
  /** A codec that does not fit it, met by falling back, gets MP4 instead. */
  container: Container
  /** Null for sound alone. */
  video: VideoRecipe | null
  /** Null for no sound. */
  audio: AudioRecipe | null
  /** One picture instead of all of them, or null. */
  still: StillRecipe | null
}

export interface VideoRecipe {
  /** Best first; one that this machine lacks, or that fails, gives way to the next. */
  codecs: VideoCodec[]
  /**
   * `copy_if_web_safe` leaves pictures untouched where every browser plays them as they are, within size and
   * ceiling; `copy_if_small` does so where encoding would not make them smaller; filters always encode.
   */
  policy: 'encode' | 'copy_if_web_safe' | 'copy_if_small'
  /** Pixels, or null for no limit. The short side bounds portrait and landscape alike. */
  maxShortSide: number | null
  maxLongSide: number | null
  /** Ceiling in bit/s, or null for the source's own rate. */
  maxBitRate: number | null
  /** Pictures per second, or null for the source's own rate (60 at most). */
  maxFrameRate: number | null
  /** Quality on x264's scale, 0 (lossless) to 51; VP9 and AV1 get the value of theirs that looks alike. */
  crf: number
  /** x264 preset, such as `veryfast`. */
  encoderPreset: string
  /** `realtime` costs a sixth of `good`; speed -8 to 8, 8 the fastest. */
  vp9: { deadline: 'realtime' | 'good'; speed: number }
  /** SVT-AV1 preset, 0 (slowest) to 13; 10 to 12 cost what x264 `veryfast` does. */
  av1Preset: number
  /** In the order in which they are applied. */
  filters: FilterRecipe[]
}

export interface AudioRecipe {
  /** Best first; one that does not fit the container is passed over. */
  codecs: AudioCodec[]
  /** Ceiling in bit/s; without meaning for `pcm`. */
  bitRate: number
  /** Loudness in LUFS to bring the sound to (EBU R128), such as -16, or null to leave it. */
  loudnessLufs: number | null
}

export interface StillRecipe {
  /** Seconds from the start, or null for a moment that shows something. */
  atS: number | null
}

export interface PosterRecipe {
  /** Widest in pixels; never wider than the video. */
  width: number
  /** Seconds from the start, or null for a moment that shows something. */
  atS: number | null
}

export interface StoryboardRecipe {
  /** Pixels; the height follows the video's shape. */
  tileWidth: number
  /** Tiles beside each other in a sheet. */
  columns: number
  /** Of all sheets together; they are spread evenly over the video. */
  maxTiles: number
}

export interface HlsRecipe {
  /** Of the folder and of the published rendition. */
  name: string
  /** Length of a segment in seconds; key frames stand at its multiples in every rung. */
  segmentS: number
}

export interface TrimRecipe {
  /** Seconds from the start of the source. */
  startS: number
  /** Seconds from the start of the source, or null for its end. */
  endS: number | null
}
