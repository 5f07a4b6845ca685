import type { Size } from '../plan/rendition_size.js'
import { placeOf, sheetName, type SheetLayout } from './sheet_layout.js'

/** Shorter than this no cue lasts: players skip those of no length. */
const SHORTEST_CUE_S = 0.001

/**
 * WebVTT that tells players which part of which sheet to show at which time. A tile stands from its own
 * moment to that of the next; the first from 0.
 */
export function storyboardVtt(of: {
  /** The true moment of each tile, rising. */
  timesS: number[]
  durationS: number
  tile: Size
  layout: SheetLayout
}): string {
  const { timesS, durationS, tile, layout } = of
  const cues = timesS.map((timeS, at) => {
    const fromS = at === 0 ? 0 : timeS
    const toS = Math.max(timesS[at + 1] ?? durationS, fromS + SHORTEST_CUE_S)
    return `${vttTime(fromS)} --> ${vttTime(toS)}\n${placeText(at, tile, layout)}\n`
  })
  return ['WEBVTT\n', ...cues].join('\n')
}

function placeText(tileNumber: number, { width, height }: Size, layout: SheetLayout): string {
  const { sheet, column, row } = placeOf(tileNumber, layout)
  return `${sheetName(sheet)}#xywh=${column * width},${row * height},${width},${height}`
}

/** `HH:MM:SS.mmm`; hours take as many digits as they need. */
export function vttTime(seconds: number): string {
  const ms = Math.round(seconds * 1000)
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const clock = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map(two).join(':')
  return `${clock}.${String(ms % 1000).padStart(3, '0')}`
}
