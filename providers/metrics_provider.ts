import type { ApplicationService } from '@adonisjs/core/types'
import { Metrics } from '#metrics/metrics'
import type { MetricsDoor } from '#metrics/metrics_door'

/** Counts what a web process does, for /metrics; workers and schedulers do it by themselves. */
export default class MetricsProvider {
  #metrics?: Metrics
  #door?: MetricsDoor

  constructor(protected app: ApplicationService) {}

  register() {
    this.app.container.singleton(Metrics, async () => {
      const { makeMetrics } = await import('#metrics/serve_metrics')
      return makeMetrics(this.app, 'web')
    })
  }

  async ready() {
    const settings = await import('#config/metrics')
    this.#metrics = await this.app.container.make(Metrics)
    this.#metrics.listen()
    const { metricsPort } = settings
    if (metricsPort === null) return
    const { openMetricsDoor } = await import('#metrics/serve_metrics')
    const logger = await this.app.container.make('logger')
    this.#door = await openMetricsDoor(this.#metrics, { ...settings, metricsPort }, logger)
  }

  shutdown() {
    this.#door?.close()
    this.#metrics?.stop()
  }
}
