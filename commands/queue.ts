import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

const NO_LIMIT = 'none'

/** The lanes in which jobs wait: what is in them, and whether and how many may begin. */
export default class Queue extends BaseCommand {
  static commandName = 'queue'
  static description = 'Show the queue, or pause, resume or limit it or one of its lanes'
  static options: CommandOptions = { startApp: true }
  static help = [
    '  {{ binaryName }} queue',
    'Begin no job until the disks are changed:',
    '  {{ binaryName }} queue --pause --reason "new disks"',
    'One film at a time, over all workers:',
    '  {{ binaryName }} queue encode --concurrency 1',
    'As many as the workers have slots:',
    '  {{ binaryName }} queue encode --concurrency none',
  ]

  @args.string({
    description: 'Lane: quick (pictures), encode (films and sound) or all',
    default: 'all',
  })
  declare lane: string

  @flags.boolean({ description: 'Begin no job; what runs goes on' })
  declare pause: boolean

  @flags.string({ description: 'With --pause: why' })
  declare reason?: string

  @flags.boolean({ description: 'Begin jobs again, also where the lane was stopped' })
  declare resume: boolean

  @flags.string({ description: 'Jobs at once over all workers, or none for no limit' })
  declare concurrency?: string

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    const concurrency = await this.#check()
    await this.#change(concurrency)
    const { laneStatus } = await import('#jobs/reports/lane_status')
    const { queueText } = await import('#app/terminal/queue_text')
    const { strandedJobs } = await import('#jobs/reports/stranded_jobs')
    const { liveWorkers } = await import('#jobs/worker_registry')
    const [lanes, stranded] = await Promise.all([laneStatus(), strandedJobs(await liveWorkers())])
    if (this.json) return this.logger.log(JSON.stringify({ lanes, stranded }, null, 2))
    this.logger.log(queueText(lanes, stranded, (text) => this.colors.dim(text)))
  }

  async #check(): Promise<number | null> {
    const { WrongUsage } = await import('#app/terminal/errors')
    const { requireOneOf } = await import('#app/terminal/one_of')
    const { LANE_NAMES } = await import('#jobs/lanes/find_lane')
    requireOneOf('The lane', this.lane, LANE_NAMES)
    const asked = [this.pause, this.resume, this.concurrency !== undefined].filter(Boolean)
    if (asked.length > 1) throw new WrongUsage('Give one of --pause, --resume and --concurrency')
    if (this.reason !== undefined && !this.pause) {
      throw new WrongUsage('--reason says why a lane is paused: add --pause')
    }
    return this.#limit()
  }

  async #limit(): Promise<number | null> {
    if (this.concurrency === undefined || this.concurrency === NO_LIMIT) return null
    const { requireWholeNumber } = await import('#app/terminal/whole_number')
    const { MAX_CONCURRENCY } = await import('#jobs/lanes/find_lane')
    const concurrency = Number(this.concurrency)
    requireWholeNumber('--concurrency', concurrency, { min: 1, max: MAX_CONCURRENCY })
    return concurrency
  }

  async #change(concurrency: number | null) {
    const { operatorAtTerminal } = await import('#accounts/actor')
    const { findLane } = await import('#jobs/lanes/find_lane')
    const { limitLane, pauseLane, resumeLane } = await import('#jobs/lanes/change_lane')
    const change = { lane: findLane(this.lane), by: operatorAtTerminal() }
    if (this.pause) await pauseLane({ ...change, reason: this.reason ?? null })
    if (this.resume) await resumeLane(change)
    if (this.concurrency !== undefined) await limitLane({ ...change, concurrency })
  }
}
