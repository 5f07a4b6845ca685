import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { JobView } from '#app/terminal/job_view'

/** Cancels jobs: at once where they wait, within seconds where they run. */
export default class Cancel extends BaseCommand {
  static commandName = 'cancel'
  static description = 'Cancel a job, or all jobs of a video'
  static options: CommandOptions = { startApp: true }
  static help = [
    '  {{ binaryName }} cancel 0199c1f2-7a31-7000-8000-0242ac120002',
    '  {{ binaryName }} cancel --video-id 123',
  ]

  @args.string({ description: 'Id of the job', required: false })
  declare job?: string

  @flags.number({ description: 'Cancel what waits or runs for this video' })
  declare videoId?: number

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const { WrongUsage } = await import('#app/terminal/errors')
    if ((this.job === undefined) === (this.videoId === undefined)) {
      throw new WrongUsage('Say what to cancel: the id of a job or --video-id 123')
    }
    const { default: CancelJob } = await import('#jobs/life/cancel_job')
    const { operatorAtTerminal } = await import('#accounts/actor')
    const { loadJobs } = await import('#app/terminal/load_jobs')
    const cancelJob = await this.app.container.make(CancelJob)
    const jobs = await this.#jobs()
    for (const job of jobs) await cancelJob.handle({ job, by: operatorAtTerminal() })
    await this.#tell(await loadJobs(jobs.map((job) => job.id)))
  }

  async #jobs() {
    const { findJob } = await import('#jobs/reports/find_job')
    const { activeJobs } = await import('#app/terminal/jobs_of_video')
    return this.job === undefined ? activeJobs(this.videoId!) : [await findJob(this.job)]
  }

  async #tell(jobs: JobView[]) {
    const { jobTitle } = await import('#app/terminal/job_text')
    if (this.json) return this.logger.log(JSON.stringify({ jobs }, null, 2))
    for (const job of jobs) {
      const end = job.status === 'cancelled' ? 'is cancelled' : 'runs: its worker was told to stop'
      this.logger.success(`Job ${job.id}, ${jobTitle(job)}: ${end}`)
    }
  }
}
