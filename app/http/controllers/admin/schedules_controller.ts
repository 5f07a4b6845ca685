import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import EditSchedule from '#scheduling/edit_schedule'
import Firing from '#scheduling/firing'
import RunScheduleNow from '#scheduling/run_schedule_now'
import Schedule from '#scheduling/schedule'
import { findSchedule } from '#scheduling/find_schedule'
import { nextDueTimes } from '#scheduling/next_due_at'
import { presetsOnOffer } from '#presets/presets_on_offer'
import { SCHEDULE_ACTIONS } from '#scheduling/catalogue'
import { VIDEO_STATUSES } from '#videos/video_status'
import { done, unlessRefused } from '#http/controllers/admin/refusal'

const MISSED_AFTER_MS = 30_000
const NEXT_SHOWN = 10
const FIRINGS_SHOWN = 20

const edit = vine.create({
  cron: vine.string().maxLength(120).optional(),
  time_zone: vine.string().maxLength(64).optional(),
  is_enabled: vine.boolean().optional(),
  parameters: vine.object({}).allowUnknownProperties().optional(),
})

/** What is started when. */
@inject()
export default class SchedulesController {
  constructor(
    private editSchedule: EditSchedule,
    private runScheduleNow: RunScheduleNow
  ) {}

  async index({ view }: HttpContext) {
    const schedules = await Schedule.query().orderBy('name')
    const lastFirings = new Map<number, Firing>()
    for (const schedule of schedules) {
      const [last] = await newestFirings(schedule, 1)
      if (last) lastFirings.set(schedule.id, last)
    }
    const isOverdue = schedules.some(hasBeenMissed)
    const seen = { schedules, lastFirings, isOverdue, actions: SCHEDULE_ACTIONS }
    return view.render('pages/admin/schedules/index', seen)
  }

  async show({ params, view }: HttpContext) {
    const schedule = await findSchedule(params.id)
    const [firings, presets] = await Promise.all([
      newestFirings(schedule, FIRINGS_SHOWN),
      presetsOnOffer(),
    ])
    const next = nextDueTimes(schedule.cron, schedule.timeZone, new Date(), NEXT_SHOWN)
    return view.render('pages/admin/schedules/show', {
      schedule,
      firings,
      presets,
      next,
      isOverdue: hasBeenMissed(schedule),
      action: SCHEDULE_ACTIONS[schedule.action],
      statuses: VIDEO_STATUSES,
      timeZones: Intl.supportedValuesOf('timeZone'),
    })
  }

  async update(ctx: HttpContext) {
    const schedule = await findSchedule(ctx.params.id)
    const asked = await ctx.request.validateUsing(edit)
    const by = ctx.auth.use('web').user!.asActor('console')
    const to = { path: `/schedules/${schedule.id}`, at: 'schedule' } as const
    const { cron, parameters, time_zone: timeZone, is_enabled: isEnabled } = asked
    const change = { cron, parameters, timeZone, isEnabled }
    const edited = () => this.editSchedule.handle({ schedule, ...change, by, now: new Date() })
    if (await unlessRefused(ctx, to, edited)) return done(ctx, to.path, wordsFor(isEnabled))
    ctx.session.flashOnly(['cron', 'time_zone'])
  }

  async run(ctx: HttpContext) {
    const schedule = await findSchedule(ctx.params.id)
    const by = ctx.auth.use('web').user!.asActor('console')
    const to = { path: `/schedules/${schedule.id}`, at: 'page' } as const
    const ran = () => this.runScheduleNow.handle({ schedule, by, now: new Date() })
    if (await unlessRefused(ctx, to, ran)) done(ctx, to.path, 'It was started.')
  }
}

function newestFirings(schedule: Schedule, count: number) {
  return Firing.query().where('schedule_id', schedule.id).orderBy('id', 'desc').limit(count)
}

/** Whether its time has come and gone: nobody is there to fire it. */
function hasBeenMissed({ nextDueAt }: Schedule): boolean {
  return nextDueAt !== null && nextDueAt.toMillis() < Date.now() - MISSED_AFTER_MS
}

function wordsFor(isEnabled: boolean | undefined): string {
  if (isEnabled === undefined) return 'The schedule is saved.'
  return isEnabled ? 'The schedule is on.' : 'The schedule is off.'
}
