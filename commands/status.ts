import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { InstanceReport, PartReport } from '#embedded/supervision/instance_report'

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
    this.exitCode = report.isRunning ? 0 : NOT_RUNNING
    if (this.json) return this.logger.log(JSON.stringify(report, null, 2))
    await this.#show(report)
  }

  async #show(report: InstanceReport) {
    const { default: prettyMs } = await import('pretty-ms')
    const uptime = ({ startedAt }: PartReport) =>
      startedAt ? prettyMs(Date.now() - Date.parse(startedAt), { compact: true }) : ''
    const table = this.ui.table().head(['Part', 'State', 'Pid', 'Up', ''])
    for (const part of report.parts) {
      table.row([part.name, this.#state(part), String(part.pid ?? ''), uptime(part), part.detail])
    }
    table.render()
    if (report.url) return this.logger.log(`Console: ${report.url}`)
    this.logger.log(report.isRunning ? 'It starts' : 'Start it with ./ace up')
  }

  #state({ state }: PartReport): string {
    return state === 'stopped' || state === 'restarting'
      ? this.colors.yellow(state)
      : this.colors.green(state)
  }
}
