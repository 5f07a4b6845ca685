import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** The whole log of a job. */
export default class JobLog extends BaseCommand {
  static commandName = 'job:log'
  static description = 'Print the log of a job: every attempt with times, cause, command and words'
  static options: CommandOptions = { startApp: true }
  static help = ['Keep it as a file:', '  {{ binaryName }} job:log 0190a5c2-... > job.log']

  @args.string({ description: 'Id of the job' })
  declare id: string

  async run() {
    const { findJob } = await import('#jobs/reports/find_job')
    const { jobLogText } = await import('#jobs/reports/job_log_text')
    this.logger.log((await jobLogText(await findJob(this.id))).trimEnd())
  }
}
