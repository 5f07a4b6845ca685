import type { AudioInfo, PicturedInfo, VideoInfo } from '../probe/media_info.js'

/** Profiles that every browser and phone decodes in hardware. */
const PROFILES = ['Constrained Baseline', 'Baseline', 'Main', 'High']
/** 5.2: what phones of the last ten years still play. */
const HIGHEST_LEVEL = 52
/** Containers from which H.264 can be copied with its timestamps and headers intact. */
const CONTAINERS = ['mp4', 'matroska']
const HIGHEST_RATE = 60.5

/** Why the pictures cannot be shown everywhere as they are, in words; null when they can. */
export function whyNotWebSafe(info: PicturedInfo): string | null {
  const { video } = info
  if (video.codec !== 'h264') return `the source is ${video.codec}`
  return (
    whyFormatUnsafe(video) ??
    whyPictureUnsafe(video) ??
    whyTimingUnsafe(video) ??
    whyContainerUnsafe(info)
  )
}

function whyFormatUnsafe(video: VideoInfo): string | null {
  if (video.pixelFormat !== 'yuv420p') return `the source is ${video.pixelFormat}`
  if (!PROFILES.includes(video.profile ?? '')) return `the source is H.264 ${video.profile}`
  if ((video.level ?? 0) > HIGHEST_LEVEL) return `the source is H.264 level ${video.level! / 10}`
  return null
}

function whyPictureUnsafe(video: VideoInfo): string | null {
  if (video.isInterlaced) return 'the source is interlaced'
  if (video.hdr) return 'the source is HDR'
  if (video.sampleAspectRatio !== '1:1') return 'the source has pixels that are not square'
  if (video.isFlipped || video.rotation % 90 !== 0) return 'the source is mirrored or tilted'
  if (video.codedWidth % 2 || video.codedHeight % 2) return 'the source has an odd size'
  return null
}

function whyTimingUnsafe(video: VideoInfo): string | null {
  if (video.hasIrregularTimestamps) return 'the source has irregular timestamps or hidden pictures'
  return video.frameRate > HIGHEST_RATE ? 'the source has more than 60 pictures a second' : null
}

function whyContainerUnsafe({ container }: PicturedInfo): string | null {
  const isPlain = container.split(',').some((name) => CONTAINERS.includes(name))
  return isPlain ? null : `H.264 in ${container} is packed anew`
}

/** True for AAC-LC, mono or stereo, within the ceiling (bit/s): it plays everywhere as it is. */
export function isWebSafeAudio(audio: AudioInfo, maxBitRate: number): boolean {
  const isPlain = audio.codec === 'aac' && audio.profile === 'LC' && audio.channels <= 2
  return isPlain && audio.sampleRate <= 48_000 && (audio.bitRate ?? Infinity) <= maxBitRate * 1.05
}
