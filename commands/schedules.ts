import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type Schedule from '#scheduling/schedule'
import type { ScheduleEdit } from '#scheduling/edit_schedule'
import type { MissedPolicy } from '#scheduling/missed_policy'
import type { ScheduleAction } from '#scheduling/parameters'
import type { ScheduleView } from '#app/terminal/schedule_view'

const HISTORY_SHOWN = 20

/** The schedules with their last firing; makes, runs, enables, disables, changes or deletes one. */
export default class Schedules extends BaseCommand {
  static commandName = 'schedules'
  static description = 'List schedules; make, run, enable, disable, change or delete one'
  static options: CommandOptions = { startApp: true }
  static help = [
    '  {{ binaryName }} schedules',
    '  {{ binaryName }} schedules --run-now "Clean scratch"',
    '  {{ binaryName }} schedules --history "Clean scratch"',
    '  {{ binaryName }} schedules --disable "Clean scratch"',
    '  {{ binaryName }} schedules --edit "Clean scratch" --cron "30 2 * * *" --time-zone Europe/Berlin',
    'Make one; what an action takes is told where something is missing:',
    '  {{ binaryName }} schedules --create "Night shift" --action start_batch --cron "0 1 * * *"',
    '    --set preset=medium --set status=pending',
  ]

  @flags.string({ description: 'Run the schedule of this name or id now' })
  declare runNow?: string

  @flags.string({ description: 'Enable the schedule of this name or id' })
  declare enable?: string

  @flags.string({ description: 'Disable the schedule of this name or id' })
  declare disable?: string

  @flags.string({ description: 'Change the schedule of this name or id' })
  declare edit?: string

  @flags.string({ description: 'Make a schedule of this name' })
  declare create?: string

  @flags.string({ description: 'Delete the schedule of this name or id, with its history' })
  declare delete?: string

  @flags.string({ description: 'Show what the schedule of this name or id did' })
  declare history?: string

  @flags.string({ description: 'With --create: what it does, such as start_batch' })
  declare action?: string

  @flags.string({ description: 'Five fields, such as "30 2 * * 1-5"' })
  declare cron?: string

  @flags.string({ description: 'A name such as Europe/Berlin (default with --create: UTC)' })
  declare timeZone?: string

  @flags.string({ description: 'Due times that no scheduler saw: once, skip or all' })
  declare missed?: string

  @flags.array({ description: 'A parameter of the action, NAME=VALUE; once for each' })
  declare set?: string[]

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    await this.#check()
    if (this.runNow !== undefined) return this.#runNow(this.runNow)
    if (this.enable !== undefined) return this.#change(this.enable, { isEnabled: true })
    if (this.disable !== undefined) return this.#change(this.disable, { isEnabled: false })
    if (this.edit !== undefined) return this.#change(this.edit, await this.#asked())
    if (this.create !== undefined) return this.#create(this.create)
    if (this.delete !== undefined) return this.#delete(this.delete)
    if (this.history !== undefined) return this.#history(this.history)
    await this.#list()
  }

  async #check() {
    const { WrongUsage } = await import('#app/terminal/errors')
    const { runNow, enable, disable, edit, create, history } = this
    const verbs = [runNow, enable, disable, edit, create, this.delete, history]
    if (verbs.filter((one) => one !== undefined).length > 1) {
      throw new WrongUsage(
        'Give one of --run-now, --enable, --disable, --edit, --create, --delete and --history'
      )
    }
    const hasChange = [this.cron, this.timeZone, this.missed, this.set].some(
      (one) => one !== undefined
    )
    if (edit !== undefined && !hasChange) {
      throw new WrongUsage('--edit NAME goes with --cron, --time-zone, --missed or --set')
    }
    if (hasChange && edit === undefined && create === undefined) {
      throw new WrongUsage('--cron, --time-zone, --missed and --set go with --edit or --create')
    }
  }

  async #asked() {
    const { parametersSet } = await import('#app/terminal/schedule_parameters')
    const { requireOneOf } = await import('#app/terminal/one_of')
    const { MISSED_POLICIES } = await import('#scheduling/missed_policy')
    if (this.missed !== undefined) requireOneOf('--missed', this.missed, MISSED_POLICIES)
    const parameters = this.set && parametersSet(this.set)
    const missedPolicy = this.missed as MissedPolicy | undefined
    return { cron: this.cron, timeZone: this.timeZone, missedPolicy, parameters }
  }

  async #create(name: string) {
    const { default: CreateSchedule } = await import('#scheduling/create_schedule')
    const { ACTION_NAMES } = await import('#scheduling/catalogue')
    const { requireOneOf } = await import('#app/terminal/one_of')
    const { operatorAtTerminal } = await import('#accounts/actor')
    const {
      cron = '',
      timeZone = 'UTC',
      missedPolicy = 'once',
      parameters = {},
    } = await this.#asked()
    const action = this.action as ScheduleAction
    requireOneOf('--action', this.action ?? '', ACTION_NAMES)
    const createSchedule = await this.app.container.make(CreateSchedule)
    const wanted = { name, action, cron, timeZone, missedPolicy, parameters, isEnabled: true }
    const context = { by: operatorAtTerminal(), now: new Date() }
    await this.#tell(await createSchedule.handle(wanted, context))
  }

  async #delete(name: string) {
    const { deleteSchedule } = await import('#scheduling/delete_schedule')
    const { findSchedule } = await import('#scheduling/find_schedule')
    const { operatorAtTerminal } = await import('#accounts/actor')
    const schedule = await findSchedule(name)
    await deleteSchedule({ schedule, by: operatorAtTerminal() })
    if (this.json) return this.logger.log(JSON.stringify({ deleted: schedule.id }, null, 2))
    this.logger.success(`${schedule.name} is deleted`)
  }

  async #history(name: string) {
    const { findSchedule } = await import('#scheduling/find_schedule')
    const { listFirings } = await import('#scheduling/list_firings')
    const { firingView } = await import('#app/terminal/schedule_view')
    const found = await listFirings(await findSchedule(name), { page: 1, perPage: HISTORY_SHOWN })
    const firings = found.all().map(firingView)
    if (this.json) return this.logger.log(JSON.stringify({ firings }, null, 2))
    if (firings.length === 0) return this.logger.log('It never fired')
    const { makeTable } = await import('#app/terminal/make_table')
    const { printable } = await import('#app/terminal/printable')
    const rows = firings.map(({ dueAt, status, result, note }) => [
      ...[dueAt ?? '', status],
      printable([result, note].filter(Boolean).join(' ')),
    ])
    this.logger.log(
      makeTable(['Due', 'State', 'What it did'], rows, (text) => this.colors.dim(text))
    )
  }

  async #runNow(name: string) {
    const { default: RunScheduleNow } = await import('#scheduling/run_schedule_now')
    const { findSchedule } = await import('#scheduling/find_schedule')
    const { operatorAtTerminal } = await import('#accounts/actor')
    const { firingView } = await import('#app/terminal/schedule_view')
    const runScheduleNow = await this.app.container.make(RunScheduleNow)
    const request = {
      schedule: await findSchedule(name),
      by: operatorAtTerminal(),
      now: new Date(),
    }
    const firing = firingView(await runScheduleNow.handle(request))
    if (firing.status === 'failed') this.exitCode = 1
    if (this.json) return this.logger.log(JSON.stringify({ firing }, null, 2))
    const told = `${request.schedule.name}: ${firing.result ?? firing.status}`
    if (firing.status === 'failed') this.logger.error(told)
    else this.logger.success(told)
  }

  async #change(name: string, change: Omit<ScheduleEdit, 'schedule' | 'by' | 'now'>) {
    const { default: EditSchedule } = await import('#scheduling/edit_schedule')
    const { findSchedule } = await import('#scheduling/find_schedule')
    const { operatorAtTerminal } = await import('#accounts/actor')
    const editSchedule = await this.app.container.make(EditSchedule)
    const schedule = await findSchedule(name)
    await editSchedule.handle({ schedule, ...change, by: operatorAtTerminal(), now: new Date() })
    await this.#tell(schedule)
  }

  async #tell(schedule: Schedule) {
    const { scheduleView } = await import('#app/terminal/schedule_view')
    const view = await scheduleView(schedule)
    if (this.json) return this.logger.log(JSON.stringify({ schedule: view }, null, 2))
    this.logger.success(`${view.name}: ${view.nextDueAt ? `due at ${view.nextDueAt}` : 'disabled'}`)
  }

  async #list() {
    const { scheduleViews } = await import('#app/terminal/schedule_view')
    const { schedulerStatus } = await import('#scheduling/scheduler_registry')
    const [schedules, schedulers] = await Promise.all([scheduleViews(), schedulerStatus()])
    if (this.json) return this.logger.log(JSON.stringify({ schedules, schedulers }, null, 2))
    const { makeTable } = await import('#app/terminal/make_table')
    const head = ['Id', 'Name', 'Cron', 'Time zone', 'Next', 'Last']
    this.logger.log(makeTable(head, schedules.map(asRow), (text) => this.colors.dim(text)))
    if (schedulers.isMissing) {
      this.logger.warning('No scheduler is running: nothing fires. Start one with ./ace schedule')
    }
  }
}

function asRow(schedule: ScheduleView): string[] {
  const { id, name, cron, timeZone, nextDueAt, lastFiring } = schedule
  const last = lastFiring
    ? `${lastFiring.status}: ${lastFiring.result ?? lastFiring.note ?? ''}`
    : ''
  return [String(id), name, cron, timeZone, nextDueAt ?? 'disabled', last]
}
