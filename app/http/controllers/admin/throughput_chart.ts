import type { Day } from '#jobs/reports/statistics'

const HEIGHT = 120
const SLOT = 20
const BAR = 12
const GAP = 1.5

interface Bar {
  date: string
  x: number
  /** All that ended on that day. */
  words: string
  completed: { y: number; height: number; jobs: number }
  failed: { y: number; height: number; jobs: number }
}

export interface ThroughputChart {
  /** In the units of the drawing. */
  width: number
  height: number
  slot: number
  barWidth: number
  /** Jobs that the tallest bar may show. */
  top: number
  bars: Bar[]
  isEmpty: boolean
}

/** The days as bars, completed jobs below, failed ones on top of them. */
export function drawThroughput(days: Day[]): ThroughputChart {
  const most = Math.max(...days.map((day) => day.completed + day.failed), 0)
  const top = Math.max(most, 4)
  const bars = days.map((day, at) => drawBar(day, at * SLOT + (SLOT - BAR) / 2, HEIGHT / top))
  const size = { width: days.length * SLOT, height: HEIGHT, slot: SLOT, barWidth: BAR }
  return { ...size, top, bars, isEmpty: most === 0 }
}

function drawBar(day: Day, x: number, scale: number): Bar {
  const completed = day.completed * scale
  const failed = day.failed * scale
  const gap = day.completed && day.failed ? GAP : 0
  return {
    date: day.date,
    x,
    words: `${day.date}: ${day.completed} completed, ${day.failed} failed, ${day.cancelled} cancelled`,
    completed: { y: HEIGHT - completed, height: completed, jobs: day.completed },
    failed: {
      y: HEIGHT - completed - failed,
      height: Math.max(0, failed - gap),
      jobs: day.failed,
    },
  }
}
