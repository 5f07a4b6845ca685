import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { consoleHost, metricsPort, metricsToken } from '#config/metrics'
import { refuseReader } from '#metrics/may_read'
import { Metrics } from '#metrics/metrics'

/** The figures of this web process and of the whole installation, for Prometheus. */
@inject()
export default class MetricsController {
  constructor(private metrics: Metrics) {}

  async show({ request, response }: HttpContext) {
    const console = { host: consoleHost, hasOwnPort: metricsPort !== null }
    const refusal = refuseReader(request.request, { token: metricsToken, console })
    response.header('cache-control', 'no-store')
    if (refusal) {
      if (refusal.status === 401) response.header('www-authenticate', 'Bearer')
      response.type('text/plain')
      return response.status(refusal.status).send(`${refusal.words}\n`)
    }
    response.header('content-type', this.metrics.contentType)
    return response.send(await this.metrics.text())
  }
}
