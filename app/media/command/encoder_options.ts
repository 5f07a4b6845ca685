import type { PlannedRendition } from '../plan/encode_plan.js'
import { encoderOf } from '../recipe/formats.js'
import { cutSound } from './cut_filters.js'
import type { EncodedAudio, PlannedAudio } from '../plan/plan_audio.js'
import { MAX_FRAME_RATE, type PlannedSource } from '../plan/plan_source.js'
import type { EncodedVideo } from '../plan/plan_video.js'

/** Of the bits of a whole clip. */
const AHEAD_SHARE = 0.08
const LONG_CLIP_S = 5
/** libvpx ends up to 15 % above the constant rate that it is told. */
const VP9_SHARE = 0.9
const HIGHEST_QUANTISER = 63
/** A quantiser that is never passed downwards looks as this much more does as `-crf`, which spends more on keys. */
const VP9_QMIN_BELOW_CRF = 8

/** The coarsest unit of a track's time that ffmpeg writes into MP4. */
const LEAST_MP4_CLOCK_HZ = 10_000

const MARKED_BT709 = [
  ...['-colorspace', 'bt709', '-color_primaries', 'bt709'],
  ...['-color_trc', 'bt709', '-color_range', 'tv'],
]

/** How pictures are encoded, with the options of their codec. */
export function encodeVideo(source: PlannedSource, rendition: PlannedRendition): string[] {
  const video = rendition.video as EncodedVideo
  const { durationS } = rendition
  switch (video.codec) {
    case 'gif':
      return ['-c:v', 'gif', '-loop', '0', ...animationClock(source, video)]
    case 'webp':
      return [...WEBP, ...animationClock(source, video)]
    default:
      return [
        ...(CODECS[video.codec]?.(video, durationS) ?? []),
        ...moving(source, rendition, video),
      ]
  }
}

const WEBP = [
  ...['-c:v', 'libwebp_anim', '-loop', '0', '-quality', '70', '-compression_level', '3'],
  ...['-pix_fmt', 'yuv420p'],
]

type OptionsOf = (video: EncodedVideo, durationS: number) => string[]

const CODECS: Partial<Record<EncodedVideo['codec'], OptionsOf>> = {
  h264: (video, durationS) => [
    ...['-c:v', 'libx264', '-preset', video.encoderPreset, '-profile:v', 'high'],
    ...['-pix_fmt', 'yuv420p', '-crf', String(video.crf), ...ceiling(video)],
    ...(video.maxBitRate === null ? [] : ahead(video.maxBitRate, video, durationS)),
  ],
  vp9: (video, durationS) => [
    ...['-c:v', 'libvpx-vp9', '-deadline', video.vp9.deadline],
    ...['-cpu-used', String(video.vp9.speed), '-row-mt', '1', '-tile-columns', '2'],
    ...['-pix_fmt', 'yuv420p', ...vp9Rate(video, durationS)],
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
 * With a rate of 0 the quality alone decides. With `-crf` beside a rate libvpx passes that rate by far (measured: 2.2
 * times, ADR 5); a constant rate is kept, and the least quantiser keeps easy pictures from filling it.
 */
function vp9Rate(video: EncodedVideo, durationS: number): string[] {
  const { crf, maxBitRate, bufferBits } = video
  if (maxBitRate === null) return ['-crf', String(crf), '-b:v', '0']
  const rate = Math.round(maxBitRate * VP9_SHARE)
  const constant = ['-b:v', rate, '-minrate', rate, '-maxrate', rate, '-bufsize', bufferBits]
  const quality = ['-qmin', Math.max(0, crf - VP9_QMIN_BELOW_CRF), '-qmax', HIGHEST_QUANTISER]
  return [...constant.map(String), ...ahead(rate, video, durationS), ...quality.map(String)]
}

/**
 * What may be spent ahead of the ceiling when a clip begins is what it ends above the ceiling by: at most 8 %. x264
 * begins with 90 % of the buffer where nothing is said. Of shorter clips the first picture is too great a part.
 */
function ahead(rate: number, { bufferBits }: EncodedVideo, durationS: number): string[] {
  if (durationS < LONG_CLIP_S) return []
  const bits = Math.min(0.9 * bufferBits!, rate * durationS * AHEAD_SHARE)
  return ['-rc_init_occupancy', String(Math.round(bits))]
}

/**
 * Pictures keep their moments, strictly rising, on the clock of the plan (`-enc_time_base` is ffmpeg 5.1's
 * way to say it). Without rhythm there are no B-frames: MP4 ends a track by its last decoding time, which
 * reordering puts seconds too early; and the last picture is told how long it stays.
 */
function timing(source: PlannedSource, video: EncodedVideo, isWebm: boolean): string[] {
  const timeBase = video.maxFrameRate ? `1/${video.maxFrameRate}` : source.timeBase
  const clock = (unit: string) => ['-fps_mode', 'vfr', '-enc_time_base:v', unit.replace('/', ':')]
  if (!source.isVariableFrameRate || isWebm || video.maxFrameRate) return clock(timeBase)
  const [numerator, denominator] = finer(timeBase)
  const lastTicks = Math.max(1, Math.round((source.lastFrameS * denominator) / numerator))
  const noReordering = video.codec === 'h264' ? ['-bf', '0'] : []
  const unit = clock(`${numerator}/${denominator}`)
  return [...unit, ...noReordering, '-bsf:v', `setts=duration=${lastTicks}`]
}

/** MP4 halves a unit until it is fine enough, and would read our ticks in its own. */
function finer(timeBase: string): [numerator: number, denominator: number] {
  const [numerator, denominator] = timeBase.split('/').map(Number)
  const halvings = Math.max(0, Math.ceil(Math.log2(LEAST_MP4_CLOCK_HZ / denominator)))
  return [numerator, denominator * 2 ** halvings]
}

/** Formats that count in hundredths or thousandths of a second. */
function animationClock(source: PlannedSource, { maxFrameRate }: EncodedVideo): string[] {
  const timeBase = maxFrameRate ? `1:${maxFrameRate}` : source.timeBase.replace('/', ':')
  return ['-fps_mode', 'vfr', '-enc_time_base:v', timeBase]
}

/** How sound is taken or encoded, or that there is none. */
export function audioOptions(source: PlannedSource, audio: PlannedAudio | null): string[] {
  const { audioIndex } = source
  if (!audio || audioIndex === null) return ['-an']
  const map = ['-map', `0:${audioIndex}`]
  if (audio.kind === 'copy') return [...map, '-c:a', 'copy']
  const rate = audio.codec === 'pcm' ? [] : ['-b:a', String(audio.bitRate)]
  return [
    ...map,
    ...['-c:a', encoderOf(audio.codec), ...rate],
    ...['-ac', String(audio.channels), '-ar', String(audio.sampleRate)],
    ...['-filter:a', soundFilters(source, audio)],
  ]
}

/**
 * Gaps, also one before the first sound, become silence: every player then keeps the sound in step. By itself ffmpeg
 * would bear 0.1 s, which is seen; much less would click wherever timestamps jitter.
 * Loudness is measured at 192 kHz, which the rate at the end takes back.
 */
function soundFilters(source: PlannedSource, { loudnessLufs, sampleRate }: EncodedAudio): string {
  const gapless = [...cutSound(source), 'aresample=async=1:min_hard_comp=0.05:first_pts=0'].join(
    ','
  )
  if (loudnessLufs === null) return gapless
  return `${gapless},loudnorm=I=${loudnessLufs}:TP=-1.5:LRA=11,aresample=${sampleRate}`
}
