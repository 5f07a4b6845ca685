import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

const MOST_ROUNDS = 100
const LONGEST_CLIP_S = 600
const MOST_VIDEOS = 10_000_000
const USUAL_BATCH = 10_000

const INTERRUPTED = 130

/** What the engine, the scheduling of jobs and the console cost on this machine, as ratios within one run; and what a running system does. */
export default class Bench extends BaseCommand {
  static commandName = 'bench'
  static aliases = ['bench:media']
  static description =
    'Measure a running system, the media engine, the scheduling of jobs, or console and API with many videos'
  static options: CommandOptions = { startApp: false }
  static help = [
    'The running system, over HTTP, beside plain ffmpeg (docs/benchmark.md):',
    '  {{ binaryName }} bench pipeline --video holiday.mov --jobs 20 --concurrent 4 --output results.json',
    '  {{ binaryName }} bench pipeline --video holiday.mov --url https://videos.example.org --token mk_...',
    'Exit code 0: all jobs completed; 1: not all of them; 130: stopped by Ctrl-C.',
    'The media engine alone:',
    '  {{ binaryName }} bench media',
    '  {{ binaryName }} bench media --rounds 5 --seconds 30',
    '  {{ binaryName }} bench media --video interview.mov',
    'With an empty Postgres and Redis of its own under var/bench:',
    '  {{ binaryName }} bench jobs',
    '  {{ binaryName }} bench jobs --jobs 1000 --parts batch,start,rate',
    '  {{ binaryName }} bench console',
    '  {{ binaryName }} bench console --videos 100000 --beside 1000 --rounds 20',
    '  {{ binaryName }} bench console --tabs 200',
    '  {{ binaryName }} bench api',
    '  {{ binaryName }} bench api --videos 100000 --requests 20',
    'Seconds depend on the machine and on what else runs there; trust the ratios.',
  ]

  @args.string({
    description: 'What to measure: pipeline, media, jobs, console or api',
    default: 'media',
  })
  declare what: string

  @flags.number({ description: 'How often each is measured, in turns', default: 3 })
  declare rounds: number

  @flags.number({ description: 'Length of the generated 1080p clip', default: 20 })
  declare seconds: number

  @flags.string({ description: 'pipeline: the file to send; media: instead of a generated one' })
  declare video: string | undefined

  @flags.number({ description: 'pipeline: how many (20); jobs: videos in the batch (10000)' })
  declare jobs?: number

  @flags.number({ description: 'pipeline: uploads and their jobs at once', default: 4 })
  declare concurrent: number

  @flags.string({ description: 'pipeline: the preset of the jobs', default: 'medium' })
  declare preset: string

  @flags.string({ description: 'pipeline: the system (default: what ./ace up runs here)' })
  declare url?: string

  @flags.string({ description: 'pipeline: a token of an administrator (or MEDIAKEEP_TOKEN)' })
  declare token?: string

  @flags.string({ description: 'pipeline: write the results there, as JSON' })
  declare output?: string

  @flags.boolean({ description: 'pipeline: leave the videos in the system' })
  declare keep: boolean

  @flags.boolean({
    description: 'pipeline: run the same commands by plain ffmpeg, too',
    default: true,
    showNegatedVariantInHelp: true,
  })
  declare compare: boolean

  @flags.array({ description: 'jobs: batch, start, rate, overhead, recovery; all when left out' })
  declare parts?: string[]

  @flags.array({ description: 'jobs: seconds of the clips', default: ['10', '60'] })
  declare clips: string[]

  @flags.number({ description: 'console, api: videos of the large library', default: 1_000_000 })
  declare videos: number

  @flags.number({ description: 'console, api: videos of the small one', default: 1000 })
  declare beside: number

  @flags.number({ description: 'console: what so many open tabs cost the workers, instead' })
  declare tabs?: number

  @flags.number({ description: 'api: how often each call is asked', default: 100 })
  declare requests: number

  @flags.number({ description: 'api: size of the file that is streamed, in MiB', default: 512 })
  declare mib: number

  @flags.number({ description: 'api: uploads at once', default: 50 })
  declare uploads: number

  @flags.boolean({ description: 'Print the result as JSON' })
  declare json: boolean

  async run() {
    await this.#check()
    if (this.what === 'console' && this.tabs) return this.#inEmpty(this.#tabsArguments(this.tabs))
    if (this.what === 'console') return this.#console()
    if (this.what === 'api') return this.#api()
    if (this.what === 'pipeline') return this.#pipeline()
    return this.what === 'jobs' ? this.#inEmpty(this.#jobsArguments()) : this.#media()
  }

  async #media() {
    const { listenForStop } = await import('#embedded/supervision/stop_request')
    const { benchMedia } = await import('#app/terminal/bench/media/media_bench')
    const { benchLines } = await import('#app/terminal/bench/media/bench_lines')
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

  async #pipeline() {
    const { askedPipeline } = await import('#app/terminal/bench/pipeline/asked_pipeline')
    const { measurePipeline } = await import('#app/terminal/bench/pipeline/measure_pipeline')
    const { pipelineLines } = await import('#app/terminal/bench/pipeline/pipeline_lines')
    const report = await measurePipeline({
      ...(await askedPipeline(this)),
      url: this.url,
      token: this.token ?? process.env.MEDIAKEEP_TOKEN,
      isCompared: this.compare,
      isKept: this.keep,
      boot: async () => {
        await this.app.boot()
        await this.app.start(() => {})
      },
    })
    this.exitCode = report.success_rate === 1 ? 0 : 1
    if (report.is_interrupted) this.exitCode = INTERRUPTED
    if (this.json) return this.logger.log(JSON.stringify(report, null, 2))
    console.log(pipelineLines(report, (text) => this.colors.dim(text)).join('\n'))
  }

  /** In a process of its own, since the settings of its servers are read at boot. */
  async #inEmpty(command: string[]) {
    const { join } = await import('node:path')
    const { instancePaths } = await import('#embedded/instance_paths')
    const { namedSettings } = await import('#embedded/named_settings')
    const { listenForStop } = await import('#embedded/supervision/stop_request')
    const { runBench } = await import('#embedded/run_bench')
    const { buildFrontEnd } = await import('#embedded/front_end')
    const stop = listenForStop()
    const home = join(instancePaths().home, 'bench')
    const say = (line: string) => void (this.json || console.log(this.colors.dim(line)))
    if (this.tabs) await buildFrontEnd(instancePaths().root, say, stop.signal)
    this.exitCode = await runBench({
      paths: instancePaths({ MEDIAKEEP_VAR: home }),
      named: namedSettings(),
      args: [...command, ...(this.json ? ['--json'] : [])],
      say,
      signal: stop.signal,
    }).finally(stop.forget)
  }

  /** Both libraries stay for the next time: a million videos take minutes to make. */
  async #console() {
    const { join } = await import('node:path')
    const { instancePaths } = await import('#embedded/instance_paths')
    const { namedSettings } = await import('#embedded/named_settings')
    const { listenForStop } = await import('#embedded/supervision/stop_request')
    const { withLibraries } = await import('#embedded/served_libraries')
    const { benchConsole } = await import('#app/terminal/bench/console/console_bench')
    const { consoleLines } = await import('#app/terminal/bench/console/console_lines')
    const stop = listenForStop()
    const { signal } = stop
    const say = (line: string) => void (this.json || console.log(this.colors.dim(line)))
    const paths = instancePaths({ MEDIAKEEP_VAR: join(instancePaths().home, 'bench') })
    const libraries = [this.beside, this.videos].map((videos) => ({ videos }))
    const costs = await withLibraries(
      { paths, named: namedSettings(), libraries, say, signal },
      ([small, large]) => {
        const onRound = (round: number) => say(`round ${round} of ${this.rounds}`)
        return benchConsole({ small, large, rounds: this.rounds, signal, onRound })
      }
    ).finally(stop.forget)
    if (this.json) this.logger.log(JSON.stringify(costs, null, 2))
    else console.log(consoleLines(costs, { few: this.beside, many: this.videos }).join('\n'))
  }

  /** Libraries are those of the console. */
  async #api() {
    const { join } = await import('node:path')
    const { instancePaths } = await import('#embedded/instance_paths')
    const { namedSettings } = await import('#embedded/named_settings')
    const { listenForStop } = await import('#embedded/supervision/stop_request')
    const { benchServedApi } = await import('#app/terminal/bench/api/served_api_bench')
    const { apiLines } = await import('#app/terminal/bench/api/api_lines')
    const stop = listenForStop()
    const { beside, videos, requests, rounds, mib: streamMib, uploads } = this
    const costs = await benchServedApi({
      paths: instancePaths({ MEDIAKEEP_VAR: join(instancePaths().home, 'bench') }),
      named: namedSettings(),
      ...{ beside, videos, requests, rounds, streamMib, uploads },
      signal: stop.signal,
      say: (line) => void (this.json || console.log(this.colors.dim(line))),
    }).finally(stop.forget)
    if (this.json) this.logger.log(JSON.stringify(costs, null, 2))
    else console.log(apiLines(costs, { few: beside, many: videos }).join('\n'))
  }

  #jobsArguments(): string[] {
    const chosen = [
      `--jobs=${this.jobs ?? USUAL_BATCH}`,
      `--rounds=${this.rounds}`,
      `--clips=${this.clips}`,
    ]
    if (this.parts) chosen.push(`--parts=${this.parts}`)
    return ['bench:jobs', ...chosen]
  }

  #tabsArguments(tabs: number): string[] {
    return ['bench:tabs', `--tabs=${tabs}`, `--rounds=${this.rounds}`]
  }

  async #check() {
    const { requireOneOf } = await import('#app/terminal/one_of')
    const { askedBench } = await import('#app/terminal/bench/asked_bench')
    const { requireWholeNumber } = await import('#app/terminal/whole_number')
    requireOneOf('the argument', this.what, ['pipeline', 'media', 'jobs', 'console', 'api'])
    requireWholeNumber('--rounds', this.rounds, { min: 1, max: MOST_ROUNDS })
    if (this.what === 'jobs') askedBench({ ...this, jobs: this.jobs ?? USUAL_BATCH })
    requireWholeNumber('--videos', this.videos, { min: 1, max: MOST_VIDEOS })
    requireWholeNumber('--beside', this.beside, { min: 1, max: MOST_VIDEOS })
    if (this.tabs !== undefined) requireWholeNumber('--tabs', this.tabs, { min: 1, max: 5000 })
    requireWholeNumber('--requests', this.requests, { min: 1, max: 10_000 })
    requireWholeNumber('--mib', this.mib, { min: 1, max: 4000 })
    requireWholeNumber('--uploads', this.uploads, { min: 1, max: 1000 })
    requireWholeNumber('--seconds', this.seconds, { min: 1, max: LONGEST_CLIP_S })
  }
}
