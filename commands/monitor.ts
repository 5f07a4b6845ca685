import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

const MAX_DAYS = 365

/** What runs, waits and went wrong: once, or as a live table. */
export default class Monitor extends BaseCommand {
  static commandName = 'monitor'
  static description = 'Show what runs and waits, workers and statistics'
  static options: CommandOptions = { startApp: true }
  static help = [
    'A live table until Ctrl-C:',
    '  {{ binaryName }} monitor --watch',
    'What was done in the last week:',
    '  {{ binaryName }} monitor --stats --days 7',
    'What failed for good, and what to do:',
    '  {{ binaryName }} monitor --failures',
  ]

  @flags.boolean({ description: 'What was done in the last days' })
  declare stats: boolean

  @flags.number({ description: 'With --stats: how many days, 1 to 365', default: 30 })
  declare days: number

  @flags.boolean({ description: 'Only the jobs that run now' })
  declare processingVideos: boolean

  @flags.boolean({ description: 'Failures by cause, with what to do about each' })
  declare failures: boolean

  @flags.boolean({ description: 'Counts, workers, and all jobs that run or wait (the default)' })
  declare allActive: boolean

  @flags.boolean({ description: 'Redraw every second until Ctrl-C' })
  declare watch: boolean

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    await this.#check()
    const { watchScreen } = await import('#app/terminal/watch_screen')
    if (this.watch) await watchScreen(() => this.#text())
    else this.logger.log(await this.#text())
  }

  async #check() {
    const { WrongUsage } = await import('#app/terminal/errors')
    const { requireWholeNumber } = await import('#app/terminal/whole_number')
    requireWholeNumber('--days', this.days, { min: 1, max: MAX_DAYS })
    const views = [this.stats, this.failures, this.processingVideos, this.allActive].filter(Boolean)
    if (views.length > 1) {
      throw new WrongUsage('Give one of --stats, --failures, --processing-videos and --all-active')
    }
    if (this.watch && this.json) throw new WrongUsage('--watch is for people: leave out --json')
  }

  #text(): Promise<string> {
    if (this.stats) return this.#statistics()
    if (this.failures) return this.#failures()
    return this.processingVideos ? this.#processing() : this.#overview()
  }

  async #statistics() {
    const { statistics } = await import('#jobs/reports/statistics')
    const { statisticsText } = await import('#app/terminal/monitor_text')
    const figures = await statistics(this.days)
    return this.json ? JSON.stringify(figures, null, 2) : statisticsText(figures, this.#dim)
  }

  async #failures() {
    const { deadLettersByCause } = await import('#jobs/reports/dead_letters')
    const { failuresText } = await import('#app/terminal/failures_text')
    const causes = await deadLettersByCause({})
    return this.json ? JSON.stringify({ causes }, null, 2) : failuresText(causes, this.#dim)
  }

  async #processing() {
    const { monitorReport } = await import('#app/terminal/monitor_report')
    const { jobsText } = await import('#app/terminal/monitor_text')
    const { jobs } = await monitorReport(['running'])
    if (this.json) return JSON.stringify({ jobs }, null, 2)
    return jobs.length === 0 ? 'No video is being processed' : jobsText(jobs, this.#dim)
  }

  async #overview() {
    const { monitorReport } = await import('#app/terminal/monitor_report')
    const { overviewText } = await import('#app/terminal/monitor_text')
    const report = await monitorReport(['running', 'queued'])
    return this.json ? JSON.stringify(report, null, 2) : overviewText(report, this.#dim)
  }

  #dim = (text: string) => this.colors.dim(text)
}
