import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { exitSoon } from '#embedded/exit_soon'

/** Keeps time until it is told to stop; any number of them may run. */
export default class Schedule extends BaseCommand {
  static commandName = 'schedule'
  static description = 'Fire schedules as they come due'
  static options: CommandOptions = { startApp: true, staysAlive: false }
  static help = [
    'Runs until it is stopped. More than one may run: each due time fires once.',
    'To see the schedules, run one now, enable or disable one:',
    '  {{ binaryName }} schedules',
  ]

  async run() {
    const { default: Scheduler } = await import('#scheduling/scheduler')
    const { default: Reconcile } = await import('#jobs/repair/reconcile')
    const { default: TellWebhooks } = await import('#webhooks/tell_webhooks')
    const { heartbeatFile, tellingRules } = await import('#config/mediakeep')
    const { keepHeartbeatFile } = await import('#jobs/heartbeat_file')
    keepHeartbeatFile(heartbeatFile)
    const { serveMetrics } = await import('#metrics/serve_metrics')
    await serveMetrics(this.app, 'scheduler', await import('#config/metrics'))
    const { keepReconciling } = await import('#jobs/repair/keep_reconciling')
    const scheduler = await this.app.container.make(Scheduler)
    const reconcile = await this.app.container.make(Reconcile)
    const tell = await this.app.container.make(TellWebhooks)
    const stop = this.#stopOnSignals()
    await Promise.all([
      scheduler.run(stop),
      keepReconciling(reconcile, stop),
      tell.run(tellingRules, stop),
    ])
    exitSoon(this.exitCode)
  }

  #stopOnSignals(): AbortSignal {
    const stops = new AbortController()
    process.once('SIGTERM', () => stops.abort())
    process.once('SIGINT', () => stops.abort())
    return stops.signal
  }
}
