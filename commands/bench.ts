import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

const MOST_ROUNDS = 100
const LONGEST_CLIP_S = 600

/** What the engine and the scheduling of jobs cost on this machine, as ratios within one run. */
export default class Bench extends BaseCommand {
  static commandName = 'bench'
  static aliases = ['bench:media']
  static description =
    'Measure the media engine, or the scheduling of jobs beside bare SQL and BullMQ'
  static options: CommandOptions = { startApp: false }
  static help = [
    '  {{ binaryName }} bench media',
    '  {{ binaryName }} bench media --rounds 5 --seconds 30',
    '  {{ binaryName }} bench media --video interview.mov',
    'With an empty Postgres and Redis of its own under var/bench:',
    '  {{ binaryName }} bench jobs',
    '  {{ binaryName }} bench jobs --jobs 1000 --parts batch,start,rate',
    'Seconds depend on the machine and on what else runs there; trust the ratios.',
  ]

  @args.string({ description: 'What to measure: media or jobs', default: 'media' })
  declare what: string

  @flags.number({ description: 'How often each is measured, in turns', default: 3 })
  declare rounds: number

  @flags.number({ description: 'Length of the generated 1080p clip', default: 20 })
  declare seconds: number

  @flags.string({ description: 'Measure with this file instead of a generated one' })
  declare video: string | undefined

  @flags.number({ description: 'jobs: videos in the batch', default: 10_000 })
  declare jobs: number

  @flags.array({ description: 'jobs: batch, start, rate, overhead, recovery; all when left out' })
  declare parts?: string[]

  @flags.array({ description: 'jobs: seconds of the clips', default: ['10', '60'] })
  declare clips: string[]

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    await this.#check()
    return this.what === 'jobs' ? this.#jobs() : this.#media()
  }

  async #media() {
    const { listenForStop } = await import('#embedded/supervision/stop_request')
    const { benchMedia } = await import('#app/terminal/bench/media_bench')
    const { benchLines } = await import('#app/terminal/bench/bench_lines')
    const stop = listenForStop()
    const report = await benchMedia({
      video: this.video ?? null,
      rounds: this.rounds,
      clipS: this.seconds,
      signal: stop.signal,
      onRound: (round) => {
        if (!this.json) console.log(this.colors.dim(`round ${round} of ${this.rounds}`))
      },
    }).finally(stop.forget)
    if (this.json) this.logger.log(JSON.stringify(report, null, 2))
    else console.log(benchLines(report).join('\n'))
  }

  /** In a process of its own, since the settings of its servers are read at boot. */
  async #jobs() {
    const { join } = await import('node:path')
    const { instancePaths } = await import('#embedded/instance_paths')
    const { namedSettings } = await import('#embedded/named_settings')
    const { listenForStop } = await import('#embedded/supervision/stop_request')
    const { runBench } = await import('#embedded/run_bench')
    const stop = listenForStop()
    const home = join(instancePaths().home, 'bench')
    this.exitCode = await runBench({
      paths: instancePaths({ MEDIAKEEP_VAR: home }),
      named: namedSettings(),
      args: this.#jobsArguments(),
      say: (line) => void (this.json || console.log(this.colors.dim(line))),
      signal: stop.signal,
    }).finally(stop.forget)
  }

  #jobsArguments(): string[] {
    const chosen = [`--jobs=${this.jobs}`, `--rounds=${this.rounds}`, `--clips=${this.clips}`]
    if (this.parts) chosen.push(`--parts=${this.parts}`)
    return ['bench:jobs', ...chosen, ...(this.json ? ['--json'] : [])]
  }

  async #check() {
    const { requireOneOf } = await import('#app/terminal/one_of')
    const { askedBench } = await import('#app/terminal/bench/asked_bench')
    const { requireWholeNumber } = await import('#app/terminal/whole_number')
    requireOneOf('the argument', this.what, ['media', 'jobs'])
    requireWholeNumber('--rounds', this.rounds, { min: 1, max: MOST_ROUNDS })
    if (this.what === 'jobs') askedBench(this)
    requireWholeNumber('--seconds', this.seconds, { min: 1, max: LONGEST_CLIP_S })
  }
}
