import type { PlannedRendition } from '../plan/encode_plan.js'
import { encoderOf } from '../recipe/formats.js'
import type { EncodedAudio, PlannedAudio } from '../plan/plan_audio.js'
import { MAX_FRAME_RATE, type PlannedSource } from '../plan/plan_source.js'
import type { EncodedVideo } from '../plan/plan_video.js'

const MARKED_BT709 = [
  ...['-colorspace', 'bt709', '-color_primaries', 'bt709'],
  ...['-color_trc', 'bt709', '-color_range', 'tv'],
]

/** How pictures are encoded, with the options of their codec. */
export function encodeVideo(source: PlannedSource, rendition: PlannedRendition): string[] {
  const video = rendition.video as EncodedVideo
  switch (video.codec) {
    case 'gif':
      return ['-c:v', 'gif', '-loop', '0', ...animationClock(source, video)]
    case 'webp':
      return [...WEBP, ...animationClock(source, video)]
    default:
      return [...(CODECS[video.codec]?.(video) ?? []), ...moving(source, rendition, video)]
  }
}

const WEBP = [
  ...['-c:v', 'libwebp_anim', '-loop', '0', '-quality', '70', '-compression_level', '3'],
  ...['-pix_fmt', 'yuv420p'],
]

const CODECS: Partial<Record<EncodedVideo['codec'], (video: EncodedVideo) => string[]>> = {
  h264: (video) => [
    ...['-c:v', 'libx264', '-preset', video.encoderPreset, '-profile:v', 'high'],
    ...['-pix_fmt', 'yuv420p', '-crf', String(video.crf), ...ceiling(video)],
  ],
  // With a rate of 0 the quality alone decides; else the rate is what it may not pass.
  vp9: (video) => [
    ...['-c:v', 'libvpx-vp9', '-deadline', video.vp9.deadline],
    ...['-cpu-used', String(video.vp9.speed), '-row-mt', '1', '-tile-columns', '2'],
    ...['-pix_fmt', 'yuv420p', '-crf', String(video.crf)],
    ...['-b:v', String(video.maxBitRate ?? 0), ...ceiling(video)],
  ],
  av1: (video) => [
    ...['-c:v', 'libsvtav1', '-preset', String(video.av1Preset)],
    ...['-pix_fmt', 'yuv420p', '-crf', String(video.crf), ...ceiling(video)],
  ],
}

function moving(source: PlannedSource, { container }: PlannedRendition, video: EncodedVideo) {
  return [...keyFrames(video), ...MARKED_BT709, ...timing(source, video, container === 'webm')]
}

/** Rungs of a ladder have theirs at the same moments and nowhere else: scene cuts differ from rung to rung. */
function keyFrames({ keyFrameInterval, keyFrameEveryS }: EncodedVideo): string[] {
  if (keyFrameEveryS === null) return ['-g', String(keyFrameInterval)]
  const mostFrames = Math.ceil(keyFrameEveryS * (MAX_FRAME_RATE + 1))
  const forced = ['-force_key_frames', `expr:gte(t,n_forced*${keyFrameEveryS})`]
  return ['-g', String(mostFrames), '-sc_threshold', '0', ...forced]
}

function ceiling({ maxBitRate, bufferBits }: EncodedVideo): string[] {
  if (maxBitRate === null) return []
  return ['-maxrate', String(maxBitRate), '-bufsize', String(bufferBits)]
}

/**
 * Pictures keep their moments, strictly rising, on the clock of the plan (`-enc_time_base` is ffmpeg 5.1's
 * way to say it). Without rhythm there are no B-frames: MP4 ends a track by its last decoding time, which
 * reordering puts seconds too early; and the last picture is told how long it stays.
 */
function timing(source: PlannedSource, video: EncodedVideo, isWebm: boolean): string[] {
  const timeBase = video.maxFrameRate ? `1/${video.maxFrameRate}` : source.timeBase
  const clock = ['-fps_mode', 'vfr', '-enc_time_base:v', timeBase.replace('/', ':')]
  if (!source.isVariableFrameRate || isWebm || video.maxFrameRate) return clock
  const [numerator, denominator] = timeBase.split('/').map(Number)
  const lastTicks = Math.max(1, Math.round((source.lastFrameS * denominator) / numerator))
  const noReordering = video.codec === 'h264' ? ['-bf', '0'] : []
  return [...clock, ...noReordering, '-bsf:v', `setts=duration=${lastTicks}`]
}

/** Formats that count in hundredths or thousandths of a second. */
function animationClock(source: PlannedSource, { maxFrameRate }: EncodedVideo): string[] {
  const timeBase = maxFrameRate ? `1:${maxFrameRate}` : source.timeBase.replace('/', ':')
  return ['-fps_mode', 'vfr', '-enc_time_base:v', timeBase]
}

/** How sound is taken or encoded, or that there is none. */
export function audioOptions({ audioIndex }: PlannedSource, audio: PlannedAudio | null): string[] {
  if (!audio || audioIndex === null) return ['-an']
  const map = ['-map', `0:${audioIndex}`]
  if (audio.kind === 'copy') return [...map, '-c:a', 'copy']
  const rate = audio.codec === 'pcm' ? [] : ['-b:a', String(audio.bitRate)]
  return [
    ...map,
    ...['-c:a', encoderOf(audio.codec), ...rate],
    ...['-ac', String(audio.channels), '-ar', String(audio.sampleRate)],
    ...['-filter:a', soundFilters(audio)],
  ]
}

/**
 * Gaps, also one before the first sound, become silence: every player then keeps the sound in step.
 * Loudness is measured at 192 kHz, which the rate at the end takes back.
 */
function soundFilters({ loudnessLufs, sampleRate }: EncodedAudio): string {
  const gapless = 'aresample=async=1:first_pts=0'
  if (loudnessLufs === null) return gapless
  return `${gapless},loudnorm=I=${loudnessLufs}:TP=-1.5:LRA=11,aresample=${sampleRate}`
}
