import type { EncodePlan, PlannedRendition } from './encode_plan.js'
import type { PlannedPoster } from './plan_poster.js'
import type { PlannedSource } from './plan_source.js'
import type { Size } from './rendition_size.js'

/** Labels under which the arguments find what the graph makes. */
export const POSTER_LABEL = 'poster'
export const renditionLabel = (index: number): string => `r${index}`

/** Zimg's names for what swscale calls the matrix. */
const HDR_TRANSFERS = { pq: 'smpte2084', hlg: 'arib-std-b67' } as const
/** Between two looks, and how many: twelve pictures over six seconds. */
const LOOK_EVERY_S = 0.5
const LOOKS = 12
/** Mean luma, 16 (black) to 235 (white); below this a picture shows nothing. */
const DARK_LUMA = 24

/**
 * The filters of a plan: one decode, every rendition and the poster. Sizes are made in a cascade, each from
 * the one above (lanczos: the best picture for the cost). Empty when nothing is to be filtered.
 */
export function filterGraph(plan: EncodePlan): string[] {
  const { source, poster } = plan
  const ownPoster = poster?.isOwnInput ? poster : null
  const rungs = encodedBySize(plan)
  if (rungs.length === 0) return ownPoster ? posterFromOwnInput(source, ownPoster) : []

  const prepared = `[0:${source.videoIndex}]${prepare(source)}`
  if (!poster || ownPoster) return [`${prepared}[main]`, ...cascade(source, rungs)]
  return [
    `${prepared},split=2[main][still]`,
    ...cascade(source, rungs),
    ...posterFrom(source, poster, '[still]'),
  ]
}

interface Rung {
  label: string
  size: Size
}

function encodedBySize(plan: EncodePlan): Rung[] {
  return plan.renditions
    .map((rendition, index) => ({ rendition, label: renditionLabel(index) }))
    .filter(({ rendition }) => rendition.decision === 'encode')
    .sort((a, b) => area(b.rendition) - area(a.rendition))
    .map(({ rendition, label }) => ({ label, size: rendition }))
}

/**
 * Interlaced pictures become whole ones; the rate is capped before any work is spent on a picture.
 * Rounding up keeps at least one picture of a clip shorter than a tick.
 */
function prepare(source: PlannedSource): string {
  const steps = [
    source.maxFrameRate ? `fps=${source.maxFrameRate}:round=up` : null,
    source.isInterlaced ? 'bwdif=mode=send_frame:parity=auto:deint=all' : null,
  ].filter((step) => step !== null)
  return steps.length > 0 ? steps.join(',') : 'null'
}

function cascade(source: PlannedSource, rungs: Rung[]): string[] {
  return rungs.map(({ label, size }, index) => {
    const input = index === 0 ? '[main]' : `[below${index}]`
    const scaled = index === 0 ? toWebPicture(source, size) : `${scale(size)},setsar=1`
    const isLast = index === rungs.length - 1
    return `${input}${scaled}${isLast ? `[${label}]` : `,split=2[${label}][below${index + 1}]`}`
  })
}

/** Sized, 8 bits 4:2:0, BT.709, square pixels. */
function toWebPicture(source: PlannedSource, size: Size): string {
  if (source.hdr) return `${scale(size)},${toneMap(source)},setsar=1,${MARKS}`
  const colours = `in_color_matrix=${source.colorMatrix}:out_color_matrix=bt709:out_range=tv`
  return `${scale(size)}:${colours},format=yuv420p,setsar=1,${MARKS}`
}

const MARKS = 'setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv'

/** Light of up to 10,000 cd/m2 brought to what a screen shows; without it HDR looks washed out. */
function toneMap({ hdr }: PlannedSource): string {
  const from = `tin=${HDR_TRANSFERS[hdr ?? 'pq']}:min=bt2020nc:pin=bt2020`
  return (
    `zscale=${from}:t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,` +
    'tonemap=tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv,format=yuv420p'
  )
}

function scale({ width, height }: Size): string {
  return `scale=${width}:${height}:flags=lanczos`
}

/** That input begins at the wanted moment already. */
function posterFromOwnInput(source: PlannedSource, poster: PlannedPoster): string[] {
  return posterFrom(source, { ...poster, fromS: 0 }, `[1:${source.videoIndex}]`)
}

/**
 * Two candidates, the second written over the first: the very first picture, so that there always is one,
 * then the asked or most typical one among those that are not black. Their moments are renumbered: two within
 * one tick of the encoder's clock would fail the whole run.
 */
function posterFrom(source: PlannedSource, poster: PlannedPoster, input: string): string[] {
  const finish = `${toWebPicture(source, poster)},scale=out_range=pc,format=yuvj420p`
  return [
    `${input}split=2[any][later]`,
    `[any]trim=end_frame=1,${finish}[first]`,
    `[later]${lookFrom(poster)},${finish}${poster.isChosen ? `,${BEST}` : ''},trim=end_frame=1[best]`,
    `[first][best]concat=n=2:v=1:a=0,settb=1/25,setpts=N[${POSTER_LABEL}]`,
  ]
}

const BEST =
  `signalstats,metadata=mode=select:key=lavfi.signalstats.YAVG:value=${DARK_LUMA}:function=greater,` +
  `thumbnail=n=${LOOKS}`

function lookFrom({ fromS, isChosen }: PlannedPoster): string {
  const from = `gte(t,${fromS})`
  const spaced = `(isnan(prev_selected_t)+gte(t-prev_selected_t,${LOOK_EVERY_S}))`
  return isChosen ? `select='${from}*${spaced}'` : `select='${from}'`
}

function area({ width, height }: PlannedRendition): number {
  return width * height
}
