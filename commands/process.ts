import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { JobView } from '#app/terminal/job_view'
import type { RefusedFile } from '#app/terminal/start_files'

const INTERRUPTED = 130

/** What has a meaning with --batch alone, as people type it. */
const BATCH_FLAGS: Record<string, string> = {
  status: '--status',
  search: '--search',
  tag: '--tag',
  lacksPreset: '--lacks-preset',
  olderThan: '--older-than',
  maxVideos: '--max-videos',
  canary: '--canary',
  idempotencyKey: '--idempotency-key',
  dryRun: '--dry-run',
}

/** What was asked for: the jobs that stand, and the files that were not taken. */
interface Started {
  jobIds: string[]
  refused: RefusedFile[]
  batchId?: number
}

/** Starts jobs: for a video, for files that are taken in first, or for all videos in a status. */
export default class Process extends BaseCommand {
  static commandName = 'process'
  static description = 'Process videos: one, files from disk, or all in a status'
  static options: CommandOptions = { startApp: true }
  static help = [
    'Take files in and process them, waiting with a progress bar:',
    '  {{ binaryName }} process holiday.mov talk.mkv --wait',
    'Process a video that is here already:',
    '  {{ binaryName }} process --video-id 123 --preset high',
    'Process what waits, ten at most:',
    '  {{ binaryName }} process --batch --status pending --max-videos 10 --preset medium',
    'Make what is missing of one tag, three first; --dry-run only counts:',
    '  {{ binaryName }} process --batch --status any --tag lecture --lacks-preset high --preset high --canary 3 --dry-run',
    'Do something else than a preset:',
    '  {{ binaryName }} process --video-id 123 --operation resize --parameter width=640',
    'Exit code 0: all went well; 1: a file was refused or a job did not complete; 2: called wrongly.',
  ]

  @args.spread({ description: 'Files to take in and process', required: false })
  declare paths?: string[]

  @flags.number({ description: 'Id of the video to process' })
  declare videoId?: number

  @flags.boolean({ description: 'Process all videos in a status' })
  declare batch: boolean

  @flags.string({ description: 'With --batch: videos in this status, or any (default: pending)' })
  declare status?: string

  @flags.string({ description: 'With --batch: videos with this text in title or file name' })
  declare search?: string

  @flags.string({ description: 'With --batch: videos with this tag' })
  declare tag?: string

  @flags.string({ description: 'With --batch: videos without a rendition of this preset' })
  declare lacksPreset?: string

  @flags.number({ description: 'With --batch: videos that are at least so many days old' })
  declare olderThan?: number

  @flags.number({ description: 'With --batch: so many run first, the others when one completed' })
  declare canary?: number

  @flags.string({ description: 'With --batch: the same request of this key again is one batch' })
  declare idempotencyKey?: string

  @flags.boolean({ description: 'With --batch: only say how many would start, and why others not' })
  declare dryRun: boolean

  @flags.number({ description: 'Priority, -100 to 100; higher comes earlier', default: 0 })
  declare priority: number

  @flags.string({ description: 'Only workers with all of these tags take it, such as gpu,big' })
  declare workerTags?: string

  @flags.number({ description: 'With --batch: at most so many videos (default: all)' })
  declare maxVideos?: number

  @flags.string({ description: 'Preset to process with', default: 'medium' })
  declare preset: string

  @flags.string({ description: 'Operation instead of a preset, such as resize (./ace operations)' })
  declare operation?: string

  @flags.array({ description: 'Parameter of the operation, such as width=640; may be repeated' })
  declare parameter?: string[]

  @flags.boolean({ description: 'Wait until the jobs ended; Ctrl-C stops only the waiting' })
  declare wait: boolean

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    await this.#check()
    if (this.dryRun) return this.#preview()
    const started = await this.#start()
    const warning = await this.#queueWarning(started)
    if (!this.json) this.#tellStart(started, warning)
    const jobs = this.wait ? await this.#follow(started.jobIds) : await this.#load(started.jobIds)
    this.#conclude(started, jobs)
    if (this.json) this.#printJson(started, jobs, warning)
    else await this.#tellEnd(jobs)
  }

  async #check() {
    const { WrongUsage } = await import('#app/terminal/errors')
    const { requireWholeNumber, MAX_COUNT } = await import('#app/terminal/whole_number')
    const { PRIORITIES } = await import('#jobs/life/set_priority')
    const asked = [this.paths?.length, this.videoId !== undefined, this.batch].filter(Boolean)
    if (asked.length !== 1) {
      throw new WrongUsage('Say what to process: files, --video-id 123 or --batch, one of them')
    }
    const given = Object.keys(BATCH_FLAGS).filter((name) => this[name as keyof this])
    if (!this.batch && given.length > 0) {
      const named = given.map((name) => BATCH_FLAGS[name])
      throw new WrongUsage(`${named.join(' and ')} choose videos of a --batch: add --batch`)
    }
    requireWholeNumber('--max-videos', this.maxVideos, { min: 1, max: MAX_COUNT })
    requireWholeNumber('--priority', this.priority, PRIORITIES)
  }

  async #start(): Promise<Started> {
    if (this.batch) return this.#startBatch()
    if (this.paths?.length) return this.#startFiles(this.paths)
    const { default: StartJob } = await import('#jobs/life/start_job')
    const { findVideo } = await import('#videos/find_video')
    const { operatorAtTerminal } = await import('#accounts/actor')
    const startJob = await this.app.container.make(StartJob)
    const video = await findVideo(this.videoId!)
    const work = await this.#work()
    const { priority } = this
    const job = await startJob.handle({ ...work, video, priority, by: operatorAtTerminal() })
    return { jobIds: [job.id], refused: [] }
  }

  async #startFiles(paths: string[]): Promise<Started> {
    const { default: StartFiles } = await import('#app/terminal/start_files')
    const startFiles = await this.app.container.make(StartFiles)
    const { jobs, refused } = await startFiles.handle(paths, await this.#work())
    return { jobIds: jobs.map((job) => job.id), refused }
  }

  async #work() {
    const { askedWork } = await import('#app/terminal/asked_work')
    const { preset, operation, parameter, workerTags } = this
    return askedWork({ preset, operation, parameters: parameter, workerTags })
  }

  async #startBatch(): Promise<Started> {
    const { default: StartBatch } = await import('#jobs/batches/start_batch')
    const { operatorAtTerminal } = await import('#accounts/actor')
    const { batchRequest } = await import('#app/terminal/batch_request')
    const startBatch = await this.app.container.make(StartBatch)
    const request = { ...batchRequest(this), by: operatorAtTerminal() }
    const { batch, jobIds } = await startBatch.handle(request)
    return { jobIds, refused: [], batchId: batch.id }
  }

  async #preview() {
    const { previewBatch } = await import('#jobs/batches/preview_batch')
    const { batchRequest } = await import('#app/terminal/batch_request')
    const { previewText } = await import('#app/terminal/batch_text')
    const preview = await previewBatch(batchRequest(this))
    this.logger.log(this.json ? JSON.stringify(preview, null, 2) : previewText(preview))
  }

  async #queueWarning({ jobIds }: Started): Promise<string | null> {
    const { countUnsent } = await import('#app/terminal/load_jobs')
    const { liveWorkers } = await import('#jobs/worker_registry')
    const { NO_WORKER } = await import('#app/terminal/follow_jobs')
    if (jobIds.length === 0) return null
    if ((await countUnsent(jobIds)) > 0) {
      return 'Redis does not answer: what was asked for is kept and starts when it is back (REDIS_URL)'
    }
    const workers = await liveWorkers()
    return !this.wait && workers.length === 0 ? NO_WORKER : null
  }

  #tellStart({ jobIds, refused, batchId }: Started, warning: string | null) {
    for (const { message } of refused) this.logger.error(message)
    if (batchId !== undefined) this.logger.info(`Batch ${batchId}: ${jobIds.length} started`)
    if (warning) this.logger.warning(warning)
  }

  async #load(jobIds: string[]) {
    const { loadJobs } = await import('#app/terminal/load_jobs')
    return loadJobs(jobIds)
  }

  async #follow(jobIds: string[]): Promise<JobView[]> {
    const { waitForJobs } = await import('#app/terminal/wait_for_jobs')
    const { jobs, wasInterrupted } = await waitForJobs(jobIds)
    if (wasInterrupted) this.exitCode = INTERRUPTED
    return jobs
  }

  #conclude({ refused }: Started, jobs: JobView[]) {
    const isBad = jobs.some((job) => job.status === 'failed' || job.status === 'cancelled')
    if (isBad || refused.length > 0) this.exitCode ??= 1
  }

  #printJson(started: Started, jobs: JobView[], warning: string | null) {
    const { refused, batchId = null } = started
    this.logger.log(JSON.stringify({ batchId, jobs, refused, warning }, null, 2))
  }

  async #tellEnd(jobs: JobView[]) {
    const { jobState, jobTitle } = await import('#app/terminal/job_text')
    const { renditionLines } = await import('#app/terminal/rendition_lines')
    if (this.batch && !this.wait) return
    for (const job of jobs) {
      this.logger.log(`Job ${job.id}, ${jobTitle(job)}: ${jobState(job)}`)
      for (const line of await renditionLines(job)) this.logger.log(line)
    }
  }
}
