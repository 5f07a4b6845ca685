import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import CreateSchedule from '#scheduling/create_schedule'
import EditSchedule from '#scheduling/edit_schedule'
import RunScheduleNow from '#scheduling/run_schedule_now'
import Schedule from '#scheduling/schedule'
import { ACTION_NAMES, SCHEDULE_ACTIONS } from '#scheduling/catalogue'
import { deleteSchedule } from '#scheduling/delete_schedule'
import { findSchedule } from '#scheduling/find_schedule'
import { lastFirings, listFirings } from '#scheduling/list_firings'
import { schedulerStatus } from '#scheduling/scheduler_registry'
import { consoleActor } from '#http/controllers/admin/console_actor'
import { addressWith, oneOf, pageNumber } from '#http/controllers/admin/page_query'
import { done, unlessRefused } from '#http/controllers/admin/refusal'
import {
  addressTyped,
  formChoices,
  outlookOf,
  scheduleForm,
  withoutBlanks,
} from '#http/controllers/admin/schedule_form'
import { watchedFaults } from '#http/controllers/admin/watched_faults'
import { actionWords } from '#http/words/schedules'

const PAGE = '/schedules'
const PER_PAGE = 20
/** What takes longer is read in the history. */
const RUN_WAIT_MS = 3_000

/** What is started when. */
@inject()
export default class SchedulesController {
  constructor(
    private createSchedule: CreateSchedule,
    private editSchedule: EditSchedule,
    private runScheduleNow: RunScheduleNow
  ) {}

  async index({ view }: HttpContext) {
    const [schedules, last, schedulers] = await Promise.all([
      Schedule.query().orderBy('name'),
      lastFirings(),
      schedulerStatus(),
    ])
    const seen = { schedules, lastFirings: last, schedulers, actions: SCHEDULE_ACTIONS }
    return view.render('pages/admin/schedules/index', { ...seen, actionWords })
  }

  /** First what shall be done, then the form, filled with what the address says. */
  async create({ request, view }: HttpContext) {
    const asked = request.qs()
    const action = oneOf(ACTION_NAMES, asked.action)
    if (!action) return view.render('pages/admin/schedules/choose', { actions: SCHEDULE_ACTIONS })
    const offer = SCHEDULE_ACTIONS[action]
    const parameters = asked.parameters ? withoutBlanks(asked.parameters) : offer.usual
    const { cron = '0 3 * * *', time_zone: timeZone = 'UTC', name = '' } = asked
    const missedPolicy = asked.missed_policy ?? 'once'
    const schedule = { action, name, cron, timeZone, missedPolicy, parameters }
    const typed = { cron, timeZone, parameters: asked.parameters ? parameters : null }
    const [choices, outlook] = await Promise.all([formChoices(), outlookOf(action, typed)])
    const seen = { schedule, parameters, offer, outlook, ...choices }
    return view.render('pages/admin/schedules/create', seen)
  }

  async show(ctx: HttpContext) {
    const stored = await findSchedule(ctx.params.id)
    const asked = ctx.request.qs()
    const typed = {
      ...{ name: asked.name ?? stored.name, cron: asked.cron ?? stored.cron },
      timeZone: asked.time_zone ?? stored.timeZone,
      missedPolicy: asked.missed_policy ?? stored.missedPolicy,
      parameters: asked.parameters ? withoutBlanks(asked.parameters) : stored.parameters,
    }
    const [firings, choices, outlook, schedulers, faults] = await Promise.all([
      listFirings(stored, { page: pageNumber(ctx), perPage: PER_PAGE }),
      formChoices(),
      outlookOf(stored.action, typed),
      schedulerStatus(),
      watchedFaults(stored),
    ])
    return ctx.view.render('pages/admin/schedules/show', {
      ...{ stored, firings, outlook, schedulers, faults, actionWords, ...choices },
      ...{ schedule: { ...typed, action: stored.action }, parameters: typed.parameters },
      offer: SCHEDULE_ACTIONS[stored.action],
      link: (change: object) => addressWith(`${PAGE}/${stored.id}`, { ...change }),
    })
  }

  async store(ctx: HttpContext) {
    const asked = await ctx.request.validateUsing(scheduleForm)
    const action = oneOf(ACTION_NAMES, ctx.request.input('action')) ?? ACTION_NAMES[0]
    const {
      name = '',
      cron = '',
      time_zone: timeZone = '',
      missed_policy: missedPolicy = 'once',
    } = asked
    const wanted = { action, name, cron, timeZone, missedPolicy, isEnabled: true }
    const to = { path: addressTyped(`${PAGE}/new`, { action, ...asked }), at: 'schedule' } as const
    const context = { by: consoleActor(ctx), now: new Date() }
    await unlessRefused(ctx, to, async () => {
      const parameters = withoutBlanks(asked.parameters)
      const schedule = await this.createSchedule.handle({ ...wanted, parameters }, context)
      done(ctx, `${PAGE}/${schedule.id}`, 'The schedule is made, and on.')
    })
  }

  async update(ctx: HttpContext) {
    const schedule = await findSchedule(ctx.params.id)
    const asked = await ctx.request.validateUsing(scheduleForm)
    const path = `${PAGE}/${schedule.id}`
    const {
      name,
      cron,
      time_zone: timeZone,
      missed_policy: missedPolicy,
      is_enabled: isEnabled,
    } = asked
    const parameters = asked.parameters && withoutBlanks(asked.parameters)
    const change = { name, cron, parameters, timeZone, missedPolicy, isEnabled }
    const by = consoleActor(ctx)
    const to = { path: addressTyped(path, asked), at: 'schedule' } as const
    const edited = () => this.editSchedule.handle({ schedule, ...change, by, now: new Date() })
    if (await unlessRefused(ctx, to, edited)) done(ctx, path, wordsFor(isEnabled))
  }

  async destroy(ctx: HttpContext) {
    const schedule = await findSchedule(ctx.params.id)
    const to = { path: `${PAGE}/${schedule.id}`, at: 'page' } as const
    const deleted = () => deleteSchedule({ schedule, by: consoleActor(ctx) })
    if (await unlessRefused(ctx, to, deleted)) done(ctx, PAGE, `“${schedule.name}” is deleted.`)
  }

  async run(ctx: HttpContext) {
    const schedule = await findSchedule(ctx.params.id)
    const to = { path: `${PAGE}/${schedule.id}`, at: 'page' } as const
    const request = { schedule, by: consoleActor(ctx), now: new Date(), waitMs: RUN_WAIT_MS }
    const ran = () => this.runScheduleNow.handle(request)
    if (await unlessRefused(ctx, to, ran)) done(ctx, to.path, 'It was started.')
  }
}

function wordsFor(isEnabled: boolean | undefined): string {
  if (isEnabled === undefined) return 'The schedule is saved.'
  return isEnabled ? 'The schedule is on.' : 'The schedule is off.'
}
