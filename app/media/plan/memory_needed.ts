import type { MediaInfo } from '../probe/media_info.js'
import type { PlannedVideo } from './plan_video.js'
import type { Size } from './rendition_size.js'

const MIB = 1024 * 1024
/** ffmpeg with its libraries, filters and the sound. */
const BASE_BYTES = 100 * MIB
/** 4:2:0 in 8 bits; a sample of more bits takes two bytes. */
const BYTES_PER_PIXEL = 1.5
/** Pictures that a decoder with frame threads and a full set of references holds, with those in filters. */
const DECODED_PICTURES = 28
/** Pictures that x264 holds: lookahead, references, one per frame thread, and their half-size copies. */
const ENCODED_PICTURES = 75
/** Float RGB for the tone curve: 12 bytes a pixel, in four filters. */
const HDR_BYTES_PER_PIXEL = 12 * 4
/** Measured peaks lie below the estimate by this or more. */
const MARGIN = 1.3

/** Bytes of memory that an ffmpeg with these renditions is known to need at its peak, with a margin. */
export function memoryNeeded(
  info: MediaInfo,
  renditions: { video: PlannedVideo | null }[]
): number {
  const encoded = renditions.flatMap(({ video }) => (video?.kind === 'encode' ? [video] : []))
  const perRendition = encoded.map((size) => pixels(size) * BYTES_PER_PIXEL * ENCODED_PICTURES)
  const tone = info.video?.hdr ? Math.max(0, ...encoded.map(pixels)) * HDR_BYTES_PER_PIXEL : 0
  const total = BASE_BYTES + decodingBytes(info) + sum(perRendition) + tone
  return Math.round(total * MARGIN)
}

function decodingBytes({ video }: MediaInfo): number {
  if (!video) return 0
  const depth = video.bitDepth > 8 ? 2 : 1
  const coded = { width: video.codedWidth, height: video.codedHeight }
  return pixels(coded) * BYTES_PER_PIXEL * depth * DECODED_PICTURES
}

function pixels({ width, height }: Size): number {
  return width * height
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
