import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

/** Let a running job stand still, keeping what it has made. */
export default class Pause extends BaseCommand {
  static commandName = 'pause'
  static description = 'Let a running job stand still, keeping what it has made'
  static options: CommandOptions = { startApp: true }
  static help = ['  {{ binaryName }} pause 0199c1f2-7a31-7000-8000-0242ac120002']

  @args.string({ description: 'Id of the job' })
  declare job: string

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const { default: PauseJob } = await import('#jobs/life/pause_job')
    const { operatorAtTerminal } = await import('#accounts/actor')
    const { findJob } = await import('#jobs/reports/find_job')
    const { jobTitle } = await import('#app/terminal/job_text')
    const { jobView } = await import('#app/terminal/job_view')
    const job = await findJob(this.job)
    const operation = await this.app.container.make(PauseJob)
    await operation.handle({ job, by: operatorAtTerminal() })
    const view = jobView(job)
    if (this.json) return this.logger.log(JSON.stringify({ job: view }, null, 2))
    this.logger.success(
      `Job ${job.id}, ${jobTitle(view)}: stands still in a moment: ./ace resume lets it go on`
    )
  }
}
