import type { EncodePlan, PlannedRendition } from './encode_plan.js'
import type { PlannedAudio } from './plan_audio.js'
import type { PlannedVideo } from './plan_video.js'

/** Indexes and headers of a file, and what the shortest of them need besides. */
const FILE_BYTES = 256 * 1024
/** What a container and its index spend on one packet. */
const PACKET_BYTES = 40
/** Packets of sound a second, at the most: AAC of 48 kHz has 47. */
const SOUND_PACKETS_PER_S = 51
/** Encoders keep a ceiling over seconds, and pass it by a little over a clip. */
const OVER_CEILING = 1.3
/** Of raw 4:2:0, where no ceiling bounds what quality asks for; noise at the highest quality comes near to it. */
const RAW_BYTES_PER_PIXEL = 1.5
/** Sound may be given bits for what comes. */
const OVER_SOUND = 1.2
/** Noise in a palette of 256 colours does not shrink, and LZW makes it larger. */
const GIF_BYTES_PER_PIXEL = 1.5
const WEBP_BYTES_PER_PIXEL = 0.8
/** A PNG of noise in true colour. */
const STILL_BYTES_PER_PIXEL = 4
const POSTER_BYTES_PER_PIXEL = 1.5
/** A small picture as it is kept until the sheets are made, and in its sheet. */
const TILE_BYTES_PER_PIXEL = 4
const SUBTITLE_BYTES = 1024 * 1024

/**
 * Bytes of scratch that a plan needs at the most, with the original, which a store elsewhere copies there: never less
 * than what is then used. Pure.
 */
export function scratchNeeded(plan: EncodePlan, sourceBytes: number): number {
  const made = plan.renditions.filter(({ decision }) => decision !== 'skip')
  const renditions = made.map((one) => renditionBytes(one, sourceBytes))
  const kept = made.filter((one) => mayKeepOriginal(plan, one)).length * sourceBytes
  return Math.ceil(
    sourceBytes + sum(renditions) + kept + ladderBytes(plan, sourceBytes) + extraBytes(plan)
  )
}

function renditionBytes(rendition: PlannedRendition, sourceBytes: number): number {
  const { video, audio, durationS } = rendition
  const pictures = video ? pictureBytes(rendition, video, sourceBytes) : 0
  return FILE_BYTES + pictures + soundBytes(audio, durationS, sourceBytes)
}

function pictureBytes(
  { kind, width, height, durationS }: PlannedRendition,
  video: PlannedVideo,
  sourceBytes: number
): number {
  const pixels = width * height
  const index = video.expectedFrames * PACKET_BYTES
  if (video.kind === 'copy') return sourceBytes + index
  if (kind === 'picture') return pixels * STILL_BYTES_PER_PIXEL
  const pixelsInAll = pixels * video.expectedFrames
  if (video.codec === 'gif') return pixelsInAll * GIF_BYTES_PER_PIXEL + index
  if (video.codec === 'webp') return pixelsInAll * WEBP_BYTES_PER_PIXEL + index
  const raw = pixelsInAll * RAW_BYTES_PER_PIXEL
  if (video.maxBitRate === null) return raw + index
  const bits = video.maxBitRate * durationS * OVER_CEILING + (video.bufferBits ?? 0)
  return bits / 8 + index
}

function soundBytes(audio: PlannedAudio | null, durationS: number, sourceBytes: number): number {
  if (!audio) return 0
  const index = durationS * SOUND_PACKETS_PER_S * PACKET_BYTES
  if (audio.kind === 'copy') return sourceBytes + index
  return (audio.bitRate / 8) * durationS * OVER_SOUND + index
}

/** A copy beside an encode that came out larger than its source. */
function mayKeepOriginal({ source }: EncodePlan, rendition: PlannedRendition): boolean {
  const { kind, video, width, height } = rendition
  const isWhole = source.trim === null && width === source.width && height === source.height
  return kind === 'video' && video?.kind === 'encode' && video.codec === 'h264' && isWhole
}

/** The same packets again in segments. */
function ladderBytes({ hls, renditions }: EncodePlan, sourceBytes: number): number {
  const rungs = hls?.rungs.map(({ name }) => renditions.find((one) => one.name === name)!) ?? []
  return sum(rungs.map((one) => renditionBytes(one, sourceBytes)))
}

function extraBytes({ poster, storyboard, subtitles, source }: EncodePlan): number {
  const ofPoster = poster ? FILE_BYTES + poster.width * poster.height * POSTER_BYTES_PER_PIXEL : 0
  const ofSubtitles = (subtitles?.tracks.length ?? 0) * SUBTITLE_BYTES
  if (!storyboard) return ofPoster + ofSubtitles
  const { tile, everyS, columns, rows } = storyboard
  const tiles = Math.ceil(source.durationS / everyS) + columns * rows
  const ofTiles = tiles * tile.width * tile.height * TILE_BYTES_PER_PIXEL
  return ofPoster + ofSubtitles + ofTiles + FILE_BYTES
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
