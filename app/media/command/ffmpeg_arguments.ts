import { join } from 'node:path'
import ffmpeg from 'fluent-ffmpeg'
import type { EncodePlan, PlannedRendition } from '../plan/encode_plan.js'
import { audioOptions, encodeVideo } from './encoder_options.js'
import { filterGraph, POSTER_LABEL, renditionLabel } from './filter_graph.js'
import { CONTAINER_FORMATS } from '../recipe/formats.js'
import { fileUrl, SAFE_INPUT_OPTIONS, SAFE_PICTURE_OPTIONS } from './input_safety.js'
import { planInputs, type PlannedInput } from '../plan/plan_inputs.js'
import type { PlannedFrame } from '../plan/plan_poster.js'
import { seekTo } from '../plan/plan_seek.js'
import type { PlannedSource } from '../plan/plan_source.js'
import { stillOptions } from './still_options.js'
import * as board from '../storyboard/storyboard_filter.js'

/** What the typings of fluent-ffmpeg leave out. We build with it and spawn by ourselves. */
type ArgumentBuilder = ffmpeg.FfmpegCommand & { _getArguments(): string[] }

export interface RunPaths {
  inputPath: string
  outputDirectory: string
  /** The picture of an image watermark; needed where the plan has one. */
  watermarkPath?: string
  /** For a text watermark; without it fontconfig chooses. */
  fontFile?: string | null
}

/** `level` puts `[error]` before error lines, which is how causes are told. */
const GLOBAL_OPTIONS = [
  ...['-nostdin', '-hide_banner', '-nostats', '-y'],
  ...['-loglevel', 'level+info', '-progress', 'pipe:1', '-stats_period', '0.5'],
]

/** Nothing of the source but pictures and sound: no titles, places, chapters, subtitles or data. */
const NOTHING_ELSE = ['-map_metadata', '-1', '-map_chapters', '-1', '-sn', '-dn']
/** Muxers that write an index, which players want in front. */
const INDEXED = ['mp4', 'mov', 'm4a']
/** Seconds of input read for a still that no rendition's decode can supply. */
const WINDOW_S = 8

/** The arguments of the one ffmpeg that does the whole plan. Pure. Paths may hold anything but NUL. */
export function ffmpegArguments(plan: EncodePlan, paths: RunPaths): string[] {
  const command = ffmpeg() as ArgumentBuilder
  for (const input of planInputs(plan).inputs) addInput(command, plan.source, paths, input)
  const graph = filterGraph(plan, paths.fontFile ?? null)
  if (graph.length > 0) command.complexFilter(graph)
  plan.renditions.forEach((rendition, index) => {
    if (rendition.decision === 'skip' || !rendition.fileName) return
    command.output(fileUrl(join(paths.outputDirectory, rendition.fileName)))
    addOptions(command, renditionOptions(plan.source, rendition, index))
  })
  if (plan.poster?.kind === 'frame') addPoster(command, plan.poster, paths.outputDirectory)
  if (plan.storyboard) {
    command.output(board.storyboardOutputUrl(plan.storyboard, paths.outputDirectory))
    addOptions(command, board.storyboardOutputOptions())
  }
  return [...GLOBAL_OPTIONS, ...command._getArguments()]
}

/** Each option as its own argument: fluent-ffmpeg cuts lone strings at their space. */
function addOptions(command: ffmpeg.FfmpegCommand, options: string[]): void {
  const [first, second, ...rest] = options
  command.outputOptions(first, second, ...rest)
}

function addInput(
  command: ffmpeg.FfmpegCommand,
  source: PlannedSource,
  paths: RunPaths,
  input: PlannedInput
): void {
  const [first, second, ...rest] = inputOptions(source, input)
  const path = input.kind === 'watermark' ? paths.watermarkPath : paths.inputPath
  if (path === undefined) throw new Error('a plan with an image watermark needs a watermarkPath')
  command.input(fileUrl(path)).inputOptions(first, second, ...rest)
}

function inputOptions({ trim, leadS }: PlannedSource, input: PlannedInput): string[] {
  const trimmed = trim ? part(trim.startS, trim.durationS, leadS) : []
  switch (input.kind) {
    case 'watermark':
      return [...SAFE_PICTURE_OPTIONS]
    case 'window':
      return [...SAFE_INPUT_OPTIONS, ...part(input.fromS, WINDOW_S, leadS)]
    case 'source':
      return [...SAFE_INPUT_OPTIONS, ...trimmed]
    case 'storyboard':
      return [...SAFE_INPUT_OPTIONS, ...board.storyboardInputOptions(input.storyboard), ...trimmed]
  }
}

function part(startS: number, durationS: number, leadS: number | null): string[] {
  const { fromS, skipS } = seekTo(startS, leadS)
  const start = leadS === null ? [] : ['-ss', String(fromS)]
  return [...start, '-t', String(skipS + durationS)]
}

function renditionOptions(
  source: PlannedSource,
  rendition: PlannedRendition,
  index: number
): string[] {
  const { still, audio, container } = rendition
  const label = `[${renditionLabel(index)}]`
  if (still) return ['-map', label, ...stillOptions(container)]
  return [
    ...pictures(source, rendition, label),
    ...audioOptions(source, audio),
    ...NOTHING_ELSE,
    ...muxing(rendition),
  ]
}

function pictures(source: PlannedSource, rendition: PlannedRendition, label: string): string[] {
  if (!rendition.video) return ['-vn']
  return rendition.video.kind === 'copy'
    ? ['-map', `0:${source.videoIndex}`, '-c:v', 'copy']
    : ['-map', label, ...encodeVideo(source, rendition)]
}

function muxing({ container }: PlannedRendition): string[] {
  const index = INDEXED.includes(container) ? ['-movflags', '+faststart'] : []
  return ['-max_muxing_queue_size', '4096', ...index, '-f', CONTAINER_FORMATS[container].muxer]
}

/**
 * `-update` writes later pictures over earlier ones and keeps `%` in the path from being a pattern. `vfr`
 * forgives moments that repeat: a source that changes its size in the middle starts the graph again.
 */
function addPoster(command: ffmpeg.FfmpegCommand, poster: PlannedFrame, folder: string): void {
  command.output(fileUrl(join(folder, poster.fileName)))
  addOptions(command, [
    ...['-map', `[${POSTER_LABEL}]`, '-frames:v', '3'],
    ...['-fps_mode', 'vfr', '-enc_time_base', '1:25'],
    ...['-c:v', 'mjpeg', '-q:v', '3', '-map_metadata', '-1', '-update', '1', '-f', 'image2'],
  ])
}
