import type { ColourHistogram } from '#media/analysis/colour_histogram'
import type { Loudness } from '#media/analysis/loudness'

const WIDTH = 256
const HEIGHT = 96
/** LUFS at the left end of the scale; the right end is 0. */
const QUIETEST = -48
/** Where broadcast (EBU R128) and streaming services put their programmes. */
const TARGETS = [-23, -14]

export interface HistogramPlot {
  width: number
  height: number
  /** Outlines for `d` of an SVG path; luma is closed along the bottom, to be filled. */
  red: string
  green: string
  blue: string
  luma: string
}

export interface LoudnessPlot {
  width: number
  targets: { lufs: number; x: number }[]
  /** Null where nothing is heard. */
  x: number | null
  peakX: number | null
}

/** Four curves over one scale, drawn by their square roots: a few large areas of one colour would flatten all else. */
export function drawHistogram(colours: ColourHistogram): HistogramPlot {
  const { red, green, blue, luma } = colours
  const tallest = Math.sqrt(Math.max(...red, ...green, ...blue, ...luma))
  const line = (shares: number[]) => shares.map((share, at) => point(share, at, tallest)).join(' ')
  return {
    ...{ width: WIDTH, height: HEIGHT },
    ...{ red: `M${line(red)}`, green: `M${line(green)}`, blue: `M${line(blue)}` },
    luma: `M0,${HEIGHT} ${line(luma)} ${WIDTH},${HEIGHT}Z`,
  }
}

/** Where the loudness lies between almost nothing and the loudest possible. */
export function drawLoudness({ integratedLufs, truePeakDb }: Loudness): LoudnessPlot {
  return {
    width: WIDTH,
    targets: TARGETS.map((lufs) => ({ lufs, x: position(lufs) })),
    x: integratedLufs === null ? null : position(integratedLufs),
    peakX: truePeakDb === null ? null : position(truePeakDb),
  }
}

function point(share: number, at: number, tallest: number): string {
  const x = (at / 63) * WIDTH
  const y = HEIGHT - (tallest > 0 ? Math.sqrt(share) / tallest : 0) * (HEIGHT - 2)
  return `${x.toFixed(1)},${y.toFixed(1)}`
}

function position(level: number): number {
  const share = 1 - level / QUIETEST
  return Math.round(Math.min(1, Math.max(0, share)) * WIDTH * 10) / 10
}
