import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { JobView } from '#app/terminal/job_view'

/** Gives failed and cancelled jobs another try. */
export default class Retry extends BaseCommand {
  static commandName = 'retry'
  static description = 'Retry a job, the last job of a video, or jobs that failed'
  static options: CommandOptions = { startApp: true }
  static help = [
    '  {{ binaryName }} retry 0199c1f2-7a31-7000-8000-0242ac120002',
    '  {{ binaryName }} retry --video-id 123',
    '  {{ binaryName }} retry --failed --max-videos 5',
    'All of one cause, with what the preset says now (see ./ace monitor --failures):',
    '  {{ binaryName }} retry --failed --cause DISK_FULL --latest-version',
  ]

  @args.string({ description: 'Id of the job', required: false })
  declare job?: string

  @flags.number({ description: 'Retry the last failed or cancelled job of this video' })
  declare videoId?: number

  @flags.boolean({ description: 'Retry jobs that failed, the oldest first' })
  declare failed: boolean

  @flags.number({ description: 'With --failed: at most so many (default: all)' })
  declare maxVideos?: number

  @flags.string({ description: 'With --failed: only this cause, such as DISK_FULL' })
  declare cause?: string

  @flags.string({ description: 'With --failed: only videos with this text in title or file name' })
  declare search?: string

  @flags.string({ description: 'With --failed: only jobs of this preset' })
  declare preset?: string

  @flags.boolean({ description: 'With --failed: with the newest version of the preset' })
  declare latestVersion: boolean

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    await this.#check()
    const jobIds = await this.#retry()
    const { loadJobs } = await import('#app/terminal/load_jobs')
    await this.#tell(await loadJobs(jobIds))
  }

  async #check() {
    const { WrongUsage } = await import('#app/terminal/errors')
    const { requireWholeNumber, MAX_COUNT } = await import('#app/terminal/whole_number')
    const asked = [this.job !== undefined, this.videoId !== undefined, this.failed].filter(Boolean)
    if (asked.length !== 1) {
      throw new WrongUsage(
        'Say what to retry: the id of a job, --video-id 123 or --failed, one of them'
      )
    }
    const { maxVideos, cause, search, preset, latestVersion } = this
    const narrows = [maxVideos, cause, search, preset].some((flag) => flag !== undefined)
    if ((narrows || latestVersion) && !this.failed) {
      throw new WrongUsage(
        '--max-videos, --cause, --search, --preset and --latest-version belong to --failed: add --failed'
      )
    }
    requireWholeNumber('--max-videos', this.maxVideos, { min: 1, max: MAX_COUNT })
  }

  async #retry(): Promise<string[]> {
    const { operatorAtTerminal } = await import('#accounts/actor')
    const by = operatorAtTerminal()
    if (this.failed) {
      const { default: RetryFailedJobs } = await import('#jobs/life/retry_failed_jobs')
      const retryFailedJobs = await this.app.container.make(RetryFailedJobs)
      const { cause, search, preset, latestVersion: isLatestVersion, maxVideos = null } = this
      const filter = { cause, search, preset }
      return retryFailedJobs.handle({ ...filter, isLatestVersion, maxJobs: maxVideos, by })
    }
    const { default: RetryJob } = await import('#jobs/life/retry_job')
    const { findJob } = await import('#jobs/reports/find_job')
    const { lastRetriableJob } = await import('#app/terminal/jobs_of_video')
    const retryJob = await this.app.container.make(RetryJob)
    const job = this.job ? await findJob(this.job) : await lastRetriableJob(this.videoId!)
    return [(await retryJob.handle({ job, by })).id]
  }

  async #tell(jobs: JobView[]) {
    const { jobTitle } = await import('#app/terminal/job_text')
    if (this.json) return this.logger.log(JSON.stringify({ jobs }, null, 2))
    if (jobs.length === 0) return this.logger.info('No failed job fits: there is nothing to retry')
    for (const job of jobs) this.logger.success(`Job ${job.id}, ${jobTitle(job)}: waits again`)
  }
}
