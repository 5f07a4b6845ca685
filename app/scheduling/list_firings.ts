import Firing from '#scheduling/firing'
import { FiringNotFound } from '#scheduling/errors'
import { pageDown, type ListPage, type PageAfter } from '#videos/keyset_query'
import type Schedule from '#scheduling/schedule'

const MAX_ID = 2_147_483_647

/** A page of the firings of a schedule, the newest due time first. */
export function listFirings(
  schedule: Schedule,
  { page, perPage }: { page: number; perPage: number }
) {
  return Firing.query()
    .where('schedule_id', schedule.id)
    .orderBy('due_at', 'desc')
    .orderBy('id', 'desc')
    .paginate(page, perPage)
}

/** By what firings are walked. */
export const FIRINGS_DOWN = {
  expression: 'due_at',
  type: 'timestamptz',
  idType: 'integer',
} as const

/** The same, from one page to the next. */
export function walkFirings(schedule: Schedule, page: PageAfter): Promise<ListPage<Firing>> {
  return pageDown(Firing.query().where('schedule_id', schedule.id), FIRINGS_DOWN, page)
}

/** The last firing of each schedule that ever fired, by the schedule's id. @param scheduleId of this one only */
export async function lastFirings(scheduleId?: number): Promise<Map<number, Firing>> {
  const firings = await Firing.query()
    .distinctOn('schedule_id')
    .if(scheduleId !== undefined, (query) => query.where('schedule_id', scheduleId!))
    .orderBy('schedule_id')
    .orderBy('due_at', 'desc')
  return new Map(firings.map((firing) => [firing.scheduleId, firing]))
}

/** @throws FiringNotFound */
export async function findFiring(schedule: Schedule, id: number | string): Promise<Firing> {
  const number = Number(id)
  const isId = Number.isInteger(number) && number > 0 && number <= MAX_ID
  const firing = isId
    ? await Firing.query().where({ id: number, schedule_id: schedule.id }).first()
    : null
  if (!firing) throw new FiringNotFound(id, schedule.name)
  return firing
}
