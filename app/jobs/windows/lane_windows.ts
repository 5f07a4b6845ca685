import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { openingAt, type Opening, type WorkWindow } from '#jobs/windows/work_window'
import type { LaneName } from '#jobs/lanes/change_lane'

/** A window as it is kept. */
export interface LaneWindow extends WorkWindow {
  id: number
  /** `all`: the whole queue. */
  lane: LaneName
  isEnabled: boolean
}

/** The columns of `work_windows` by the names of `LaneWindow`. */
export const WINDOW_COLUMNS = {
  id: 'id',
  lane: 'lane',
  days: 'days',
  fromMinute: 'from_minute',
  toMinute: 'to_minute',
  timeZone: 'time_zone',
  atEnd: 'at_end',
  isEnabled: 'is_enabled',
}

/** Every window, also those that are turned off. */
export async function laneWindows(): Promise<LaneWindow[]> {
  return db.from('work_windows').select(WINDOW_COLUMNS).orderBy('lane').orderBy('id')
}

/**
 * Whether a lane may begin work now, by the clock of the database. A lane with windows of its own must be within one of
 * them, and where the whole queue has windows within one of those as well.
 */
export async function isWithinWindows(
  trx: TransactionClientContract,
  lane: LaneName
): Promise<boolean> {
  const rows: (LaneWindow & { now: Date })[] = await trx
    .from('work_windows')
    .select(WINDOW_COLUMNS)
    .select(db.raw('now() as now'))
    .where('is_enabled', true)
    .whereIn('lane', ['all', lane])
  return rows.length === 0 || openingOf(lane, rows, rows[0].now).isOpen
}

/** How a lane stands by its own windows and those of the whole queue. Pure. */
export function openingOf(lane: LaneName, windows: LaneWindow[], now: Date): Opening {
  const enabled = windows.filter(({ isEnabled }) => isEnabled)
  const of = (name: LaneName) =>
    openingAt(
      enabled.filter((one) => one.lane === name),
      now
    )
  const whole = of('all')
  if (lane === 'all') return whole
  const own = of(lane)
  return stricter(own, whole)
}

/** Of two that must both be open: the one that keeps it closed for longer, or closes it sooner. */
function stricter(own: Opening, whole: Opening): Opening {
  if (own.isOpen !== whole.isOpen) return own.isOpen ? whole : own
  if (own.until === null || whole.until === null) return own.until === null ? whole : own
  const isOwnLater = own.until > whole.until
  return isOwnLater === own.isOpen ? whole : own
}
