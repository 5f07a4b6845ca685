import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { DeadLetterFilter } from '#jobs/life/dead_letters'
import type { DeadLetterGroup } from '#jobs/reports/dead_letters'

/** Takes failures out of the list of those that wait for a decision. */
export default class Dismiss extends BaseCommand {
  static commandName = 'dismiss'
  static description = 'Dismiss failures: somebody looked, and nothing more is to be done'
  static options: CommandOptions = { startApp: true }
  static help = [
    '  {{ binaryName }} dismiss 0199c1f2-7a31-7000-8000-0242ac120002',
    '  {{ binaryName }} dismiss --cause INPUT_TRUNCATED',
    '  {{ binaryName }} dismiss --all --yes',
    'Each can still be retried by its id. To see them: {{ binaryName }} monitor --failures',
  ]

  @args.spread({ description: 'Ids of failed jobs', required: false })
  declare jobs?: string[]

  @flags.string({ description: 'All of this cause, such as INPUT_TRUNCATED' })
  declare cause?: string

  @flags.boolean({ description: 'All failures' })
  declare all: boolean

  @flags.boolean({ description: 'Do not ask' })
  declare yes: boolean

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const filter = await this.#filter()
    const { deadLettersByCause } = await import('#jobs/reports/dead_letters')
    const groups = await deadLettersByCause(filter)
    const isAsked = groups.length > 0 && !this.yes
    if (isAsked && !(await this.#mayGo(groups))) return this.logger.info('Nothing was dismissed')
    const { dismissJobs } = await import('#jobs/life/dismiss_jobs')
    const { operatorAtTerminal } = await import('#accounts/actor')
    this.#tell(await dismissJobs({ ...filter, by: operatorAtTerminal() }))
  }

  async #filter(): Promise<DeadLetterFilter> {
    const { WrongUsage } = await import('#app/terminal/errors')
    const { isKnownCause } = await import('#jobs/failure_causes')
    const { findJob } = await import('#jobs/reports/find_job')
    const { jobs: jobIds = [], cause, all } = this
    if ([jobIds.length > 0, cause !== undefined, all].filter(Boolean).length !== 1) {
      throw new WrongUsage(
        'Say what to dismiss: ids of jobs, --cause DISK_FULL or --all, one of them'
      )
    }
    if (cause !== undefined && !isKnownCause(cause)) {
      throw new WrongUsage(`--cause is ${cause}: ./ace monitor --failures names those that stand`)
    }
    for (const id of jobIds) await findJob(id)
    return jobIds.length > 0 ? { jobIds } : { cause }
  }

  async #mayGo(groups: DeadLetterGroup[]): Promise<boolean> {
    const { WrongUsage } = await import('#app/terminal/errors')
    if (!process.stdin.isTTY) throw new WrongUsage('Nobody can be asked here: add --yes')
    const causes = groups.map(({ cause, jobs }) => `${jobs} by ${cause}`).join(', ')
    return this.prompt.confirm(`Dismiss these failures: ${causes}?`)
  }

  #tell(jobIds: string[]) {
    if (this.json) return this.logger.log(JSON.stringify({ dismissed: jobIds }, null, 2))
    if (jobIds.length === 0) return this.logger.info('No failure fits: there is nothing to dismiss')
    this.logger.success(
      `${jobIds.length} ${jobIds.length === 1 ? 'failure' : 'failures'} dismissed`
    )
  }
}
