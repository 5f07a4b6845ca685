import type { ApplicationService } from '@adonisjs/core/types'
import { startTracing } from '#tracing/start_tracing'

const ROLES: Record<string, string> = { work: 'worker', schedule: 'scheduler' }

/** Sends spans to a collector, where one is named. First of all: what others begin at boot may be timed, too. */
export default class TracingProvider {
  #end: (() => Promise<void>) | null = null

  constructor(protected app: ApplicationService) {}

  async boot() {
    const isWeb = this.app.getEnvironment() === 'web'
    const role = isWeb ? 'web' : (ROLES[process.argv[2]] ?? 'ace')
    this.#end = await startTracing({
      service: `mediakeep-${role}`,
      version: String(this.app.version ?? '0'),
      onTrouble: (message) => void this.#tell(message),
    })
  }

  async #tell(message: string) {
    const logger = await this.app.container.make('logger')
    logger.warn({ collector: message.slice(0, 500) }, 'no traces are taken for a moment')
  }

  async shutdown() {
    await this.#end?.()
  }
}
