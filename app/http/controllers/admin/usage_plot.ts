import { bytes } from '#http/words/sizes'
import type { Usage } from '#jobs/usage_curve'

const WIDTH = 240
const HEIGHT = 48

export interface UsageCurvePlot {
  kind: 'cpu' | 'memory'
  title: string
  /** The highest point, in words. */
  most: string
  /** For `d` of an SVG path, closed along the bottom. */
  path: string
}

export interface UsagePlot {
  /** In the units of the drawing. */
  width: number
  height: number
  lengthMs: number
  curves: UsageCurvePlot[]
}

/** Two areas over the same time; null where there are too few points to draw. */
export function drawUsage({ everyMs, points }: Usage): UsagePlot | null {
  if (points.length < 2) return null
  const cores = points.map(([used]) => used)
  const memory = points.map(([, used]) => used)
  return {
    ...{ width: WIDTH, height: HEIGHT, lengthMs: points.length * everyMs },
    curves: [
      { kind: 'cpu', title: 'CPU', most: `${highest(cores).toFixed(1)} cores`, path: area(cores) },
      { kind: 'memory', title: 'Memory', most: bytes(highest(memory)), path: area(memory) },
    ],
  }
}

function area(values: number[]): string {
  const top = highest(values) || 1
  const points = values.map((value, at) => {
    const x = (at / (values.length - 1)) * WIDTH
    return `${x.toFixed(1)},${(HEIGHT - (value / top) * (HEIGHT - 2)).toFixed(1)}`
  })
  return `M0,${HEIGHT} ${points.join(' ')} ${WIDTH},${HEIGHT}Z`
}

function highest(values: number[]): number {
  return Math.max(...values)
}
