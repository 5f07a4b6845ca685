import db from '@adonisjs/lucid/services/db'
import { IN_LINE } from '#jobs/lanes/in_line'
import { LANE_NAMES } from '#jobs/lanes/find_lane'
import { laneWindows, openingOf, type LaneWindow } from '#jobs/windows/lane_windows'
import type { Opening } from '#jobs/windows/work_window'
import type { LaneName } from '#jobs/lanes/change_lane'

export interface LaneStatus {
  name: LaneName
  /** Jobs that are due or will be. */
  waiting: number
  /** Jobs that wait for their batch, or for whoever paused them, to let them go on. */
  held: number
  running: number
  /** Jobs at the same time over all workers; null: as many as their slots. */
  concurrency: number | null
  /** Null: not paused. */
  paused: { at: Date; by: string; reason: string | null } | null
  /** Stopped because the world around the jobs is broken; null: it is not. */
  breaker: { cause: string; openedAt: Date; triesAgainAt: Date } | null
  /** By its work windows and those of the whole queue; null: there are none. */
  window: Opening | null
}

/** Each lane as it stands, the whole queue (`all`) first. */
export async function laneStatus(): Promise<LaneStatus[]> {
  const [lanes, counts, windows] = await Promise.all([
    db.from('lanes').select('*', db.raw('now() as now')),
    jobsByLane(),
    laneWindows(),
  ])
  return LANE_NAMES.map((name) => {
    const row = lanes.find((lane) => lane.name === name)
    return {
      name,
      ...totals(counts, name),
      ...rules(row),
      window: windowOf(name, windows, row.now),
    }
  })
}

function windowOf(name: LaneName, windows: LaneWindow[], now: Date): Opening | null {
  const isHeld = windows.some(
    ({ lane, isEnabled }) => isEnabled && (lane === 'all' || lane === name)
  )
  return isHeld ? openingOf(name, windows, now) : null
}

interface LaneCounts {
  lane: LaneName
  waiting: number
  held: number
  running: number
}

async function jobsByLane(): Promise<LaneCounts[]> {
  const { rows } = await db.rawQuery(
    `select lane,
       count(*) filter (where ${IN_LINE}) as waiting,
       count(*) filter (where status = 'queued' and not (${IN_LINE})) as held,
       count(*) filter (where status = 'running') as running
     from jobs where status in ('queued', 'running') group by lane`
  )
  return rows
}

function totals(counts: LaneCounts[], name: LaneName) {
  const mine = counts.filter(({ lane }) => name === 'all' || lane === name)
  const sum = (what: 'waiting' | 'held' | 'running') =>
    mine.reduce((total, counted) => total + counted[what], 0)
  return { waiting: sum('waiting'), held: sum('held'), running: sum('running') }
}

function rules(row: LaneRow): Omit<LaneStatus, 'name' | 'window' | keyof LaneCounts> {
  const { paused_at: at, breaker_cause: cause } = row
  return {
    concurrency: row.concurrency,
    paused: at && { at, by: row.paused_by!, reason: row.pause_reason },
    breaker: cause
      ? { cause, openedAt: row.breaker_opened_at!, triesAgainAt: row.breaker_until! }
      : null,
  }
}

interface LaneRow {
  concurrency: number | null
  paused_at: Date | null
  paused_by: string | null
  pause_reason: string | null
  breaker_cause: string | null
  breaker_opened_at: Date | null
  breaker_until: Date | null
}
