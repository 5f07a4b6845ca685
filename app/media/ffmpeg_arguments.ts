import { join } from 'node:path'
import ffmpeg from 'fluent-ffmpeg'
import type { EncodePlan, PlannedRendition } from './encode_plan.js'
import { filterGraph, POSTER_LABEL, renditionLabel } from './filter_graph.js'
import { fileUrl, SAFE_INPUT_OPTIONS } from './input_safety.js'
import type { PlannedAudio } from './plan_audio.js'
import type { PlannedPoster } from './plan_poster.js'
import type { PlannedSource } from './plan_source.js'
import type { EncodedVideo } from './plan_video.js'

/** What the typings of fluent-ffmpeg leave out. We build with it and spawn by ourselves. */
type ArgumentBuilder = ffmpeg.FfmpegCommand & { _getArguments(): string[] }

/** `level` puts `[error]` before error lines, which is how causes are told. */
const GLOBAL_OPTIONS = [
  ...['-nostdin', '-hide_banner', '-nostats', '-y'],
  ...['-loglevel', 'level+info', '-progress', 'pipe:1', '-stats_period', '0.5'],
]

/** Nothing of the source but pictures and sound: no titles, places, chapters, subtitles or data. */
const NOTHING_ELSE = ['-map_metadata', '-1', '-map_chapters', '-1', '-sn', '-dn']
const MP4 = ['-max_muxing_queue_size', '4096', '-movflags', '+faststart', '-f', 'mp4']
const MARKED_BT709 = [
  ...['-colorspace', 'bt709', '-color_primaries', 'bt709'],
  ...['-color_trc', 'bt709', '-color_range', 'tv'],
]
/** Seconds of input read for a poster that no rendition's decode can supply. */
const POSTER_WINDOW_S = 8

/** The arguments of the one ffmpeg that does the whole plan. Pure. Paths may hold anything but NUL. */
export function ffmpegArguments(
  plan: EncodePlan,
  paths: { inputPath: string; outputDirectory: string }
): string[] {
  const command = ffmpeg() as ArgumentBuilder
  addInputs(command, plan, paths.inputPath)
  const graph = filterGraph(plan)
  if (graph.length > 0) command.complexFilter(graph)
  plan.renditions.forEach((rendition, index) => {
    if (rendition.decision === 'skip' || !rendition.fileName) return
    command.output(fileUrl(join(paths.outputDirectory, rendition.fileName)))
    addOptions(command, renditionOptions(plan.source, rendition, index))
  })
  if (plan.poster) addPoster(command, plan.poster, paths.outputDirectory)
  return [...GLOBAL_OPTIONS, ...command._getArguments()]
}

/** Each option as its own argument: fluent-ffmpeg cuts lone strings at their space. */
function addOptions(command: ffmpeg.FfmpegCommand, options: string[]): void {
  const [first, second, ...rest] = options
  command.outputOptions(first, second, ...rest)
}

function addInputs(command: ffmpeg.FfmpegCommand, plan: EncodePlan, inputPath: string): void {
  addInput(command, inputPath, [])
  if (!plan.poster?.isOwnInput) return
  const window = ['-ss', String(plan.poster.fromS), '-t', String(POSTER_WINDOW_S)]
  addInput(command, inputPath, window)
}

function addInput(command: ffmpeg.FfmpegCommand, inputPath: string, options: string[]): void {
  const [first, second, ...rest] = [...SAFE_INPUT_OPTIONS, ...options]
  command.input(fileUrl(inputPath)).inputOptions(first, second, ...rest)
}

function renditionOptions(
  source: PlannedSource,
  rendition: PlannedRendition,
  index: number
): string[] {
  const { video, audio } = rendition
  const pictures =
    video.kind === 'copy'
      ? ['-map', `0:${source.videoIndex}`, '-c:v', 'copy']
      : ['-map', `[${renditionLabel(index)}]`, ...encodeVideo(source, video)]
  return [...pictures, ...audioOptions(source, audio), ...NOTHING_ELSE, ...MP4]
}

function encodeVideo(source: PlannedSource, video: EncodedVideo): string[] {
  return [
    ...['-c:v', 'libx264', '-preset', video.encoderPreset, '-profile:v', 'high'],
    ...['-pix_fmt', 'yuv420p', '-crf', String(video.crf), ...ceiling(video)],
    ...['-g', String(video.keyFrameInterval), ...MARKED_BT709, ...timing(source)],
  ]
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
function timing(source: PlannedSource): string[] {
  const clock = ['-fps_mode', 'vfr', '-enc_time_base', source.timeBase.replace('/', ':')]
  if (!source.isVariableFrameRate) return clock
  const [numerator, denominator] = source.timeBase.split('/').map(Number)
  const lastTicks = Math.max(1, Math.round((source.lastFrameS * denominator) / numerator))
  return [...clock, '-bf', '0', '-bsf:v', `setts=duration=${lastTicks}`]
}

function audioOptions({ audioIndex }: PlannedSource, audio: PlannedAudio | null): string[] {
  if (!audio || audioIndex === null) return ['-an']
  const map = ['-map', `0:${audioIndex}`]
  if (audio.kind === 'copy') return [...map, '-c:a', 'copy']
  return [
    ...map,
    ...['-c:a', 'aac', '-b:a', String(audio.bitRate)],
    ...['-ac', String(audio.channels), '-ar', String(audio.sampleRate)],
    // Gaps, also one before the first sound, become silence: every player then keeps the sound in step.
    ...['-filter:a', 'aresample=async=1:first_pts=0'],
  ]
}

/**
 * `-update` writes later pictures over earlier ones and keeps `%` in the path from being a pattern. `vfr`
 * forgives moments that repeat: a source that changes its size in the middle starts the graph again.
 */
function addPoster(command: ffmpeg.FfmpegCommand, poster: PlannedPoster, folder: string): void {
  command.output(fileUrl(join(folder, poster.fileName)))
  addOptions(command, [
    ...['-map', `[${POSTER_LABEL}]`, '-frames:v', '2'],
    ...['-fps_mode', 'vfr', '-enc_time_base', '1:25'],
    ...['-c:v', 'mjpeg', '-q:v', '3', '-map_metadata', '-1', '-update', '1', '-f', 'image2'],
  ])
}
