import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { exitSoon } from '#embedded/exit_soon'
import { REPLACE_ME } from '#embedded/supervision/replace_me'
import type JobWorkerClass from '#queue/job_worker'

/**
 * Runs jobs until it is told to stop; what runs then may go on for DRAIN_GRACE seconds and is handed back after.
 * A second signal hands back at once.
 */
export default class Work extends BaseCommand {
  static commandName = 'work'
  static description = 'Run jobs as they come'
  static options: CommandOptions = { startApp: true, staysAlive: false }
  static help = [
    'Run jobs, two at a time:',
    '  {{ binaryName }} work --concurrency 2',
    'On a machine with much memory and a graphics card, films alone, also those that ask for it:',
    '  {{ binaryName }} work --lanes encode --tags gpu,big --concurrency 4',
  ]

  @flags.number({ description: 'Jobs at the same time (default: WORKER_CONCURRENCY)' })
  declare concurrency?: number

  @flags.string({
    description: 'Lanes of which it takes jobs, such as encode,quick (default: WORKER_LANES)',
  })
  declare lanes?: string

  @flags.string({ description: 'Tags of this machine, such as gpu,big (default: WORKER_TAGS)' })
  declare tags?: string

  /** Ends what is not a job's. */
  readonly #stops = new AbortController()

  async run() {
    const { default: JobWorker } = await import('#queue/job_worker')
    const { binaries, drainGraceMs, ownMemoryBytes, tellingRules, usualWork } =
      await import('#config/mediakeep')
    const { chosenWork } = await import('#app/terminal/chosen_work')
    const { DiskRoom } = await import('#jobs/limits/disk_room')
    const { jailSentence } = await import('#media/run/jail')
    const chosen = chosenWork(this, usualWork)
    const { serveMetrics } = await import('#metrics/serve_metrics')
    await serveMetrics(this.app, 'worker', await import('#config/metrics'))
    const { keepHeartbeatFile } = await import('#jobs/heartbeat_file')
    keepHeartbeatFile((await import('#config/mediakeep')).heartbeatFile)
    const worker = await this.app.container.make(JobWorker)
    this.#stopOnSignals(worker)
    ;(await this.app.container.make('logger')).info(jailSentence(binaries.ffmpeg))
    const { default: TellWebhooks } = await import('#webhooks/tell_webhooks')
    const tell = await this.app.container.make(TellWebhooks)
    const telling = tell.run(tellingRules, this.#stops.signal)
    const { default: RunImports } = await import('#jobs/imports/run_imports')
    const fetching = (await this.app.container.make(RunImports)).run(this.#stops.signal)
    await worker.run({
      ...chosen,
      version: this.app.version?.toString(),
      graceMs: drainGraceMs,
      ownMemoryBytes,
      room: await this.app.container.make(DiskRoom),
    })
    this.#stops.abort()
    await Promise.all([telling, fetching])
    if (worker.mustBeReplaced) this.exitCode = REPLACE_ME
    exitSoon(this.exitCode)
  }

  #stopOnSignals(worker: JobWorkerClass) {
    const stop = () => {
      this.#stops.abort()
      return worker.isStopping ? worker.stopNow() : worker.stop()
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  }
}
