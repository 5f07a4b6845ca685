import type { PlannedSource } from '../plan/plan_source.js'
import type { PlannedStill } from '../plan/plan_still.js'
import type { Size } from '../plan/rendition_size.js'
import { toWebPicture } from '../plan/web_picture.js'

/** Between two looks, and how many: twelve pictures over six seconds. */
const LOOK_EVERY_S = 0.5
const LOOKS = 12
/** Mean luma, 16 (black) to 235 (white); below this a picture shows nothing. */
const DARK_LUMA = 24
/** Of the luma's spread, 0..1: cards of one colour, also with a few words on them, lie below it. */
const BLANK_ENTROPY = 0.2

export interface StillBranch extends Size {
  still: PlannedStill
  /** Label of the pictures to choose from, in brackets. */
  input: string
  /** Label of the result, without brackets; also the stem of the branch's own labels. */
  label: string
  /** Filters at the end: what makes the picture ready for its encoder. */
  finish: string
  /** Candidates are numbered through, the last being the best; false leaves the best alone. */
  isBestLast: boolean
}

/**
 * Candidates, the better after the worse: the very first picture, so that there always is one, then the asked
 * one; or the most typical of those that are not black, and of those that are no blank card either. Their moments
 * are renumbered: two within one tick of the encoder's clock would fail the whole run.
 */
export function stillGraph(source: PlannedSource, branch: StillBranch): string[] {
  const { still, input, label, finish, isBestLast } = branch
  const ready = toWebPicture(source, branch)
  const last = isBestLast ? 'settb=1/25,setpts=N' : 'reverse,trim=end_frame=1,settb=1/25,setpts=0'
  const looked = `[${label}later]${lookFrom(still)},${ready}`
  const best = still.isChosen ? chosen(looked, label) : [`${looked},trim=end_frame=1[${label}best]`]
  const candidates = [`${label}first`, ...(still.isChosen ? [`${label}lit`] : []), `${label}best`]
  const inputs = candidates.map((candidate) => `[${candidate}]`).join('')
  return [
    `${input}split=2[${label}any][${label}later]`,
    `[${label}any]trim=end_frame=1,${ready}[${label}first]`,
    ...best,
    `${inputs}concat=n=${candidates.length}:v=1:a=0,${last},${finish}[${label}]`,
  ]
}

function chosen(looked: string, label: string): string[] {
  const typical = `thumbnail=n=${LOOKS},trim=end_frame=1`
  return [
    `${looked},signalstats,${above('signalstats.YAVG', DARK_LUMA)},split=2[${label}a][${label}b]`,
    `[${label}a]${typical}[${label}lit]`,
    `[${label}b]entropy,${above('entropy.normalized_entropy.normal.Y', BLANK_ENTROPY)},${typical}[${label}best]`,
  ]
}

function above(key: string, value: number): string {
  return `metadata=mode=select:key=lavfi.${key}:value=${value}:function=greater`
}

function lookFrom({ fromS, isChosen }: PlannedStill): string {
  const from = `gte(t,${fromS})`
  const spaced = `(isnan(prev_selected_t)+gte(t-prev_selected_t,${LOOK_EVERY_S}))`
  return isChosen ? `select='${from}*${spaced}'` : `select='${from}'`
}
