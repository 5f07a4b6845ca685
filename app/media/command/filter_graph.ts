import type { EncodePlan, PlannedRendition } from '../plan/encode_plan.js'
import { cutPictures } from './cut_filters.js'
import { pictureFilters } from './picture_filters.js'
import { planInputs, type PlannedInputs } from '../plan/plan_inputs.js'
import { seekTo } from '../plan/plan_seek.js'
import type { PlannedSource } from '../plan/plan_source.js'
import type { EncodedVideo } from '../plan/plan_video.js'
import { stillGraph } from './still_graph.js'
import { storyboardBranch } from '../storyboard/storyboard_filter.js'
import type { Size } from '../plan/rendition_size.js'
import { scale, toWebPicture } from '../plan/web_picture.js'

/** Labels under which the arguments find what the graph makes. */
export const POSTER_LABEL = 'poster'
export const renditionLabel = (index: number): string => `r${index}`

/** Label of the decoded pictures that the storyboard picks from. */
const SHARED_BOARD = '[board]'
/** JPEG readers take BT.601 at full range for granted. */
const AS_JPEG = 'scale=out_color_matrix=bt601:out_range=pc,format=yuvj420p'
const AS_RGB = 'scale=in_color_matrix=bt709:in_range=tv,format=rgb24'
/** Pictures of whole palettes that are held in memory at most, in bytes of 4 a pixel. */
const MOST_PALETTE_BYTES = 256 * 1024 * 1024

/**
 * The filters of a plan: one decode, every rendition, every still and the poster. Sizes are made in a cascade,
 * each from the one above; what filters change is changed after it, so that rungs below are untouched by it.
 * Empty when nothing is to be filtered.
 */
export function filterGraph(plan: EncodePlan, fontFile: string | null = null): string[] {
  const build = { plan, fontFile, inputs: planInputs(plan) }
  const rungs = encodedBySize(build)
  const stills = stillBranches(build)
  const shared = stills.filter(({ input }) => input === null)
  const own = stills.filter(({ input }) => input !== null)
  const isDecoded = rungs.length > 0 || shared.length > 0 || hasSharedBoard(plan)
  return [
    ...(isDecoded ? decoded(build, rungs, shared) : []),
    ...own.flatMap(({ input, branch }) => stillGraph(plan.source, { ...branch, input: input! })),
    ...storyboardGraph(build),
  ]
}

interface Build {
  plan: EncodePlan
  inputs: PlannedInputs
  fontFile: string | null
}

interface Rung {
  label: string
  video: EncodedVideo
  /** Filters after the size, or none. */
  finish: string
}

interface Still {
  /** Null: from the pictures that the renditions share. */
  input: string | null
  branch: Omit<Parameters<typeof stillGraph>[1], 'input'>
}

/** Prepares the source's pictures once and deals them out. */
function decoded({ plan }: Build, rungs: Rung[], stills: Still[]): string[] {
  const { source } = plan
  const takers = [
    ...(rungs.length > 0 ? ['[main]'] : []),
    ...stills.map((_, n) => `[still${n}]`),
    ...(hasSharedBoard(plan) ? [SHARED_BOARD] : []),
  ]
  const split = takers.length > 1 ? `,split=${takers.length}` : ''
  return [
    `[0:${source.videoIndex}]${prepare(source)}${split}${takers.join('')}`,
    ...cascade(source, rungs),
    ...stills.flatMap(({ branch }, n) => stillGraph(source, { ...branch, input: `[still${n}]` })),
  ]
}

function hasSharedBoard({ storyboard }: EncodePlan): boolean {
  return storyboard !== null && !storyboard.isOwnInput
}

function storyboardGraph({ plan, inputs }: Build): string[] {
  const { source, storyboard } = plan
  if (!storyboard) return []
  const cut = cutPictures(source).map((step) => `${step},`)
  const own =
    inputs.storyboard === null ? null : `[${inputs.storyboard}:${source.videoIndex}]${cut.join('')}`
  const forJpeg = (size: Size) => `${toWebPicture(source, size)},${AS_JPEG}`
  return storyboardBranch(storyboard, own ?? SHARED_BOARD, forJpeg)
}

/**
 * Interlaced pictures become whole ones; the rate is capped before any work is spent on a picture.
 * Rounding up keeps at least one picture of a clip shorter than a tick.
 */
function prepare(source: PlannedSource): string {
  const steps = [
    ...cutPictures(source),
    source.maxFrameRate ? `fps=${source.maxFrameRate}:round=up` : null,
    source.isInterlaced ? 'bwdif=mode=send_frame:parity=auto:deint=all' : null,
  ].filter((step) => step !== null)
  return steps.length > 0 ? steps.join(',') : 'null'
}

function cascade(source: PlannedSource, rungs: Rung[]): string[] {
  return rungs.map(({ label, video, finish }, index) => {
    const input = index === 0 ? '[main]' : `[below${index}]`
    const scaled = index === 0 ? toWebPicture(source, video) : `${scale(video)},setsar=1`
    const isLast = index === rungs.length - 1
    if (isLast) return `${input}${[scaled, finish].filter(Boolean).join(',')}[${label}]`
    const below = `[below${index + 1}]`
    if (!finish) return `${input}${scaled},split=2[${label}]${below}`
    return `${input}${scaled},split=2[${label}plain]${below};[${label}plain]${finish}[${label}]`
  })
}

function encodedBySize(build: Build): Rung[] {
  const rungs = build.plan.renditions.flatMap((rendition, index) => {
    const { video, still } = rendition
    if (video?.kind !== 'encode' || still) return []
    return [{ label: renditionLabel(index), video, finish: finishing(build, rendition, index) }]
  })
  return rungs.sort((a, b) => area(b.video) - area(a.video))
}

function finishing(
  { inputs, fontFile }: Build,
  rendition: PlannedRendition,
  index: number
): string {
  const video = rendition.video as EncodedVideo
  const label = renditionLabel(index)
  const { width, height } = video
  const context = { width, height, label, fontFile, watermarkInput: inputs.watermark }
  const steps = [
    video.maxFrameRate === null ? '' : `fps=${video.maxFrameRate}:round=up`,
    pictureFilters(video.filters, context),
    rendition.container === 'gif' ? palette(rendition, video, label) : '',
    rendition.kind === 'picture' ? pictureFormat(rendition) : '',
  ]
  return steps.filter((step) => step !== '').join(',')
}

function pictureFormat({ container }: PlannedRendition): string {
  if (container === 'jpg') return AS_JPEG
  return container === 'png' || container === 'webp' ? AS_RGB : 'null'
}

/**
 * GIF's 256 colours: the best of the whole clip where its pictures fit into memory, for the filter waits for
 * the last; else a palette for each picture.
 */
function palette({ width, height }: PlannedRendition, video: EncodedVideo, label: string): string {
  const isWhole = width * height * 4 * video.expectedFrames <= MOST_PALETTE_BYTES
  const [stats, use] = isWhole ? ['diff', ''] : ['single', 'new=1:']
  return (
    `split=2[${label}seen][${label}colours];[${label}colours]palettegen=stats_mode=${stats}[${label}palette];` +
    `[${label}seen][${label}palette]paletteuse=${use}dither=bayer:bayer_scale=4:diff_mode=rectangle`
  )
}

function stillBranches(build: Build): Still[] {
  const { plan, inputs } = build
  const stills = plan.renditions.flatMap((rendition, index): Still[] => {
    const { still, video } = rendition
    if (!still || !video) return []
    const finish = finishing(build, rendition, index)
    const size = { width: video.width, height: video.height }
    const branch = {
      ...size,
      still: inWindow(plan.source, still),
      label: renditionLabel(index),
      finish,
    }
    return [
      {
        input: windowLabel(plan, inputs.stills.get(index)),
        branch: { ...branch, isBestLast: false },
      },
    ]
  })
  return [...stills, ...posterBranch(plan, inputs)]
}

function posterBranch({ source, poster }: EncodePlan, inputs: PlannedInputs): Still[] {
  if (poster?.kind !== 'frame') return []
  const { width, height } = poster
  const still = inWindow(source, poster)
  const branch = { width, height, still, label: POSTER_LABEL, finish: AS_JPEG }
  const input = inputs.poster === null ? null : `[${inputs.poster}:${source.videoIndex}]`
  return [{ input, branch: { ...branch, isBestLast: true } }]
}

/** An input of its own begins at the wanted moment already, or as long before it as the source needs. */
function inWindow(
  { trim, leadS }: PlannedSource,
  still: { fromS: number; isChosen: boolean; isOwnInput: boolean }
) {
  const { isChosen, isOwnInput, fromS } = still
  if (!isOwnInput) return { isChosen, isOwnInput, fromS }
  const { skipS } = seekTo((trim?.startS ?? 0) + fromS, leadS)
  return { isChosen, isOwnInput, fromS: skipS }
}

function windowLabel({ source }: EncodePlan, input: number | undefined): string | null {
  return input === undefined ? null : `[${input}:${source.videoIndex}]`
}

function area({ width, height }: { width: number; height: number }): number {
  return width * height
}
