import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { ScheduleView } from '#app/terminal/schedule_view'

/** The schedules with their last firing; runs, enables, disables or re-times one. */
export default class Schedules extends BaseCommand {
  static commandName = 'schedules'
  static description = 'List schedules; run one now, enable, disable or re-time it'
  static options: CommandOptions = { startApp: true }
  static help = [
    '  {{ binaryName }} schedules',
    '  {{ binaryName }} schedules --run-now "Clean scratch"',
    '  {{ binaryName }} schedules --disable "Clean scratch"',
    '  {{ binaryName }} schedules --edit "Clean scratch" --cron "30 2 * * *" --time-zone Europe/Berlin',
  ]

  @flags.string({ description: 'Run the schedule of this name or id now' })
  declare runNow?: string

  @flags.string({ description: 'Enable the schedule of this name or id' })
  declare enable?: string

  @flags.string({ description: 'Disable the schedule of this name or id' })
  declare disable?: string

  @flags.string({ description: 'Change --cron or --time-zone of the schedule of this name or id' })
  declare edit?: string

  @flags.string({ description: 'With --edit: five fields, such as "30 2 * * 1-5"' })
  declare cron?: string

  @flags.string({ description: 'With --edit: a name such as Europe/Berlin' })
  declare timeZone?: string

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    await this.#check()
    if (this.runNow !== undefined) return this.#runNow(this.runNow)
    if (this.enable !== undefined) return this.#change(this.enable, { isEnabled: true })
    if (this.disable !== undefined) return this.#change(this.disable, { isEnabled: false })
    const { cron, timeZone } = this
    if (this.edit !== undefined) return this.#change(this.edit, { cron, timeZone })
    await this.#list()
  }

  async #check() {
    const { WrongUsage } = await import('#app/terminal/errors')
    const asked = [this.runNow, this.enable, this.disable, this.edit].filter(
      (one) => one !== undefined
    )
    if (asked.length > 1) {
      throw new WrongUsage('Give one of --run-now, --enable, --disable and --edit')
    }
    const hasChange = this.cron !== undefined || this.timeZone !== undefined
    if (hasChange !== (this.edit !== undefined)) {
      throw new WrongUsage('--edit NAME goes with --cron or --time-zone')
    }
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

  async #change(name: string, change: { isEnabled?: boolean; cron?: string; timeZone?: string }) {
    const { default: EditSchedule } = await import('#scheduling/edit_schedule')
    const { findSchedule } = await import('#scheduling/find_schedule')
    const { operatorAtTerminal } = await import('#accounts/actor')
    const { scheduleView } = await import('#app/terminal/schedule_view')
    const editSchedule = await this.app.container.make(EditSchedule)
    const schedule = await findSchedule(name)
    await editSchedule.handle({ schedule, ...change, by: operatorAtTerminal(), now: new Date() })
    const view = await scheduleView(schedule)
    if (this.json) return this.logger.log(JSON.stringify({ schedule: view }, null, 2))
    this.logger.success(`${view.name}: ${view.nextDueAt ? `due at ${view.nextDueAt}` : 'disabled'}`)
  }

  async #list() {
    const { scheduleViews } = await import('#app/terminal/schedule_view')
    const schedules = await scheduleViews()
    if (this.json) return this.logger.log(JSON.stringify({ schedules }, null, 2))
    const { makeTable } = await import('#app/terminal/make_table')
    const head = ['Id', 'Name', 'Cron', 'Time zone', 'Next', 'Last']
    this.logger.log(makeTable(head, schedules.map(asRow), (text) => this.colors.dim(text)))
  }
}

function asRow(schedule: ScheduleView): string[] {
  const { id, name, cron, timeZone, nextDueAt, lastFiring } = schedule
  const last = lastFiring ? `${lastFiring.status}: ${lastFiring.result ?? ''}` : ''
  return [String(id), name, cron, timeZone, nextDueAt ?? 'disabled', last]
}
