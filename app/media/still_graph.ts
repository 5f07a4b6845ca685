import type { PlannedSource } from './plan_source.js'
import type { PlannedStill } from './plan_still.js'
import type { Size } from './rendition_size.js'
import { toWebPicture } from './web_picture.js'

/** Between two looks, and how many: twelve pictures over six seconds. */
const LOOK_EVERY_S = 0.5
const LOOKS = 12
/** Mean luma, 16 (black) to 235 (white); below this a picture shows nothing. */
const DARK_LUMA = 24

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
 * Two candidates, the second after the first: the very first picture, so that there always is one, then the
 * asked or most typical one among those that are not black. Their moments are renumbered: two within one tick
 * of the encoder's clock would fail the whole run.
 */
export function stillGraph(source: PlannedSource, branch: StillBranch): string[] {
  const { still, input, label, finish, isBestLast } = branch
  const ready = toWebPicture(source, branch)
  const last = isBestLast ? 'settb=1/25,setpts=N' : 'reverse,trim=end_frame=1,settb=1/25,setpts=0'
  return [
    `${input}split=2[${label}any][${label}later]`,
    `[${label}any]trim=end_frame=1,${ready}[${label}first]`,
    `[${label}later]${lookFrom(still)},${ready}${still.isChosen ? `,${BEST}` : ''},trim=end_frame=1[${label}best]`,
    `[${label}first][${label}best]concat=n=2:v=1:a=0,${last},${finish}[${label}]`,
  ]
}

const BEST =
  `signalstats,metadata=mode=select:key=lavfi.signalstats.YAVG:value=${DARK_LUMA}:function=greater,` +
  `thumbnail=n=${LOOKS}`

function lookFrom({ fromS, isChosen }: PlannedStill): string {
  const from = `gte(t,${fromS})`
  const spaced = `(isnan(prev_selected_t)+gte(t-prev_selected_t,${LOOK_EVERY_S}))`
  return isChosen ? `select='${from}*${spaced}'` : `select='${from}'`
}
