import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { InstanceReport, PartReport } from '#embedded/supervision/instance_report'
import type { SchedulersSeen } from '#embedded/supervision/schedulers_seen'

const NOT_RUNNING = 3

/** What of Mediakeep runs on this machine. */
export default class Status extends BaseCommand {
  static commandName = 'status'
  static description = 'Show what of Mediakeep runs on this machine'
  static options: CommandOptions = { startApp: false }
  static help = ['Exit code 0 when all of it runs, 3 when not.']

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const { instancePaths } = await import('#embedded/instance_paths')
    const { namedSettings } = await import('#embedded/named_settings')
    const { instanceReport } = await import('#embedded/supervision/instance_report')
    const report = instanceReport(instancePaths(), namedSettings())
    const { schedulersSeen } = await import('#embedded/supervision/schedulers_seen')
    const schedulers = report.url ? await schedulersSeen(report.url) : null
    this.exitCode = report.isRunning ? 0 : NOT_RUNNING
    if (this.json) return this.logger.log(JSON.stringify({ ...report, schedulers }, null, 2))
    await this.#show(report)
    if (schedulers) this.#tellSchedulers(schedulers)
  }

  async #show({ parts, url, isRunning }: InstanceReport) {
    const { default: prettyMs } = await import('pretty-ms')
    const uptime = ({ startedAt }: PartReport) =>
      startedAt ? prettyMs(Date.now() - Date.parse(startedAt), { compact: true }) : ''
    for (const part of parts) {
      const facts = [part.pid ? `pid ${part.pid}` : '', part.detail, uptime(part)]
      const words = facts.filter((fact) => fact).join(', ')
      this.logger.log(`${part.name.padEnd(10)}  ${this.#state(part)}  ${words}`.trimEnd())
    }
    if (url) return this.logger.log(`Console: ${this.colors.cyan(url)}`)
    this.logger.log(isRunning ? 'It starts' : 'Start it with ./ace up')
  }

  #state({ state }: PartReport): string {
    const isFine = state === 'running' || state === 'elsewhere'
    const words = state.padEnd('restarting'.length)
    return isFine ? this.colors.green(words) : this.colors.yellow(words)
  }

  #tellSchedulers({ alive, enabledSchedules, isMissing }: SchedulersSeen) {
    if (!isMissing) {
      return this.logger.log(`Schedulers alive: ${alive}, schedules on: ${enabledSchedules}`)
    }
    const words = `No scheduler is alive though schedules are on (${enabledSchedules}): nothing fires`
    this.logger.log(`${this.colors.yellow(words)}. Start one with ./ace schedule`)
  }
}
