import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import {
  editableOfSchedule,
  firingJson,
  parametersOf,
  scheduleJson,
} from '#http/transformers/schedule_json'
import { createScheduleValidator, editScheduleValidator } from '#http/validators/api/schedules'
import { saysVersion, unlessChanged } from '#http/versions/versions'
import CreateSchedule from '#scheduling/create_schedule'
import EditSchedule from '#scheduling/edit_schedule'
import RunScheduleNow from '#scheduling/run_schedule_now'
import Schedule from '#scheduling/schedule'
import { deleteSchedule } from '#scheduling/delete_schedule'
import { findSchedule } from '#scheduling/find_schedule'
import { lastFirings } from '#scheduling/list_firings'

/** What takes longer is asked for with the firing. */
const RUN_WAIT_MS = 1_000

/** What is started when. */
@inject()
export default class SchedulesController {
  constructor(
    private createSchedule: CreateSchedule,
    private editSchedule: EditSchedule,
    private runScheduleNow: RunScheduleNow
  ) {}

  /** All of them at once: there are few. */
  async index() {
    const [schedules, last] = await Promise.all([Schedule.query().orderBy('id'), lastFirings()])
    return {
      data: schedules.map((schedule) => scheduleJson(schedule, last.get(schedule.id) ?? null)),
    }
  }

  async show(ctx: HttpContext) {
    return shown(ctx, await findSchedule(ctx.params.id))
  }

  async store(ctx: HttpContext) {
    const asked = await createScheduleValidator.validate(ctx.request.body())
    const { name, action, cron, time_zone: timeZone = 'UTC', is_enabled: isEnabled = true } = asked
    const { missed_policy: missedPolicy = 'once' } = asked
    const parameters = parametersOf(asked.parameters ?? {})
    const wanted = { name, action, cron, timeZone, isEnabled, missedPolicy, parameters }
    const context = { by: apiActor(ctx), now: new Date() }
    const schedule = await this.createSchedule.handle(wanted, context)
    ctx.response.status(201).header('location', `/api/v1/schedules/${schedule.id}`)
    return shown(ctx, await schedule.refresh())
  }

  async update(ctx: HttpContext) {
    const schedule = await findSchedule(ctx.params.id)
    const asked = await editScheduleValidator.validate(ctx.request.body())
    const { name, cron, time_zone: timeZone, is_enabled: isEnabled } = asked
    const { missed_policy: missedPolicy } = asked
    const parameters = asked.parameters && parametersOf(asked.parameters)
    const change = { name, cron, timeZone, isEnabled, missedPolicy, parameters }
    const check = unlessChanged(ctx, editableOfSchedule)
    const context = { by: apiActor(ctx), now: new Date(), check }
    return shown(ctx, await this.editSchedule.handle({ schedule, ...change, ...context }))
  }

  async destroy(ctx: HttpContext) {
    const schedule = await findSchedule(ctx.params.id)
    const check = unlessChanged(ctx, editableOfSchedule)
    await deleteSchedule({ schedule, check, by: apiActor(ctx) })
    ctx.response.status(204).send(null)
  }

  /** 202 with the firing, which may have ended already. */
  async run(ctx: HttpContext) {
    const schedule = await findSchedule(ctx.params.id)
    const request = { schedule, by: apiActor(ctx), now: new Date(), waitMs: RUN_WAIT_MS }
    const firing = await this.runScheduleNow.handle(request)
    const path = `/api/v1/schedules/${schedule.id}/firings/${firing.id}`
    ctx.response.status(202).header('location', path)
    return firingJson(firing)
  }
}

async function shown(ctx: HttpContext, schedule: Schedule) {
  saysVersion(ctx, editableOfSchedule(schedule))
  const last = await lastFirings(schedule.id)
  return scheduleJson(schedule, last.get(schedule.id) ?? null)
}
