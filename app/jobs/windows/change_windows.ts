import { IANAZone } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { recordAudit } from '#accounts/audit'
import { WindowNotFound, WindowRefused } from '#jobs/windows/errors'
import { WINDOW_COLUMNS, type LaneWindow } from '#jobs/windows/lane_windows'
import type { Actor } from '#accounts/actor'

export type WantedWindow = Omit<LaneWindow, 'id'>

const MAX_ID = 2_147_483_647
const LAST_MINUTE = 1439

/** Work is held to it within some seconds. @throws WindowRefused */
export async function addWindow(wanted: WantedWindow, by: Actor): Promise<LaneWindow> {
  const columns = columnsOf(checked(wanted))
  const id = await db.transaction(async (trx) => {
    const [row] = await trx.insertQuery().table('work_windows').insert(columns).returning('id')
    await tell(trx, { by, action: 'work_window.added', id: row.id, details: wanted })
    return row.id
  })
  return findWindow(id)
}

export interface WindowChange {
  window: Pick<LaneWindow, 'id'>
  /** Called with the window as nobody else can change it any more; what it throws stops the change. */
  check?: (window: LaneWindow) => void
  by: Actor
}

/** What is left out stays. @throws WindowRefused, WindowNotFound */
export async function editWindow({
  window,
  change,
  check,
  by,
}: WindowChange & { change: Partial<WantedWindow> }): Promise<LaneWindow> {
  return db.transaction(async (trx) => {
    const { id, ...before } = await lockWindow(trx, window.id, check)
    const edited = checked({ ...before, ...change })
    await trx
      .from('work_windows')
      .where({ id })
      .update({ ...columnsOf(edited), updated_at: db.raw('now()') })
    await tell(trx, { by, action: 'work_window.edited', id, details: change })
    return { id, ...edited }
  })
}

/** What stands still because of it goes on within some seconds. @throws WindowNotFound */
export async function removeWindow({ window, check, by }: WindowChange) {
  await db.transaction(async (trx) => {
    const { id, ...details } = await lockWindow(trx, window.id, check)
    await trx.from('work_windows').where({ id }).delete()
    await tell(trx, { by, action: 'work_window.removed', id, details })
  })
}

/** @throws WindowNotFound */
export async function findWindow(id: number | string): Promise<LaneWindow> {
  const number = Number(id)
  const isId = Number.isInteger(number) && number > 0 && number <= MAX_ID
  const found = isId ? await windows().where('id', number).first() : null
  if (!found) throw new WindowNotFound(id)
  return found
}

async function lockWindow(
  trx: TransactionClientContract,
  id: number,
  check: WindowChange['check']
): Promise<LaneWindow> {
  const found: LaneWindow | null = await windows(trx).where({ id }).forUpdate().first()
  if (!found) throw new WindowNotFound(id)
  check?.(found)
  return found
}

function windows(client: TransactionClientContract | typeof db = db) {
  return client.from('work_windows').select(WINDOW_COLUMNS)
}

function checked(window: WantedWindow): WantedWindow {
  const days = [...new Set(window.days)].sort()
  if (days.length === 0 || days.some((day) => !isWithin(day, 1, 7))) {
    throw new WindowRefused('Name the days on which it begins: 1 Monday to 7 Sunday, at least one')
  }
  for (const minute of [window.fromMinute, window.toMinute]) {
    if (!isWithin(minute, 0, LAST_MINUTE)) throw new WindowRefused('Give times from 00:00 to 23:59')
  }
  if (!IANAZone.isValidZone(window.timeZone)) {
    const name = window.timeZone
    throw new WindowRefused(
      `There is no time zone "${name}": give one such as "Europe/Berlin" or "UTC"`
    )
  }
  return { ...window, days }
}

function isWithin(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max
}

function columnsOf(window: WantedWindow) {
  return {
    lane: window.lane,
    days: window.days,
    from_minute: window.fromMinute,
    to_minute: window.toMinute,
    time_zone: window.timeZone,
    at_end: window.atEnd,
    is_enabled: window.isEnabled,
  }
}

async function tell(
  trx: TransactionClientContract,
  { by, action, id, details }: { by: Actor; action: string; id: number; details: object }
) {
  const subject = { type: 'work_window', id }
  await recordAudit({ by, action, subject, details: { ...details } }, trx)
}
