import type { ApplicationService } from '@adonisjs/core/types'
import type { LoggerService } from '@adonisjs/core/types'
import { allRepairs } from '#jobs/repair/all_repairs'
import { DiskRoom } from '#jobs/limits/disk_room'
import { libraryFigures } from '#metrics/library_figures'
import { Metrics, type Role } from '#metrics/metrics'
import { MetricsDoor } from '#metrics/metrics_door'

export interface MetricsSettings {
  /** Null: none is asked for. */
  metricsToken: string | null
  /** Null: no door is opened. */
  metricsPort: number | null
  metricsHost: string
}

/** The metrics of this process. Nothing is counted before `listen`. */
export async function makeMetrics(app: ApplicationService, role: Role): Promise<Metrics> {
  const db = await app.container.make('lucid.db')
  return new Metrics({
    role,
    version: app.version?.toString() ?? '0',
    repairKinds: role === 'web' ? [] : (await allRepairs()).map(({ kind }) => kind),
    rooms: async () => (await app.container.make(DiskRoom)).rooms(),
    library: libraryFigures,
    pool: () => db.manager.get(db.primaryConnectionName)?.connection?.pool ?? null,
  })
}

/** Opens this process' own door for metrics; one that cannot be opened is told, and holds up nothing. */
export async function openMetricsDoor(
  metrics: Metrics,
  settings: MetricsSettings & { metricsPort: number },
  logger: LoggerService
): Promise<MetricsDoor> {
  const { metricsToken: token, metricsPort: named, metricsHost: host } = settings
  const guard = { token, console: null }
  const door = new MetricsDoor({ host, port: named, guard, metrics })
  try {
    const port = await door.open()
    logger.info({ host, port }, `metrics are told on port ${port}${takenWords(port, named)}`)
  } catch (error) {
    const words = `metrics are not told: no port from METRICS_PORT=${named} on ${host} can be opened; work goes on`
    logger.error({ err: error }, words)
  }
  return door
}

function takenWords(port: number, named: number): string {
  return port === named ? '' : `: METRICS_PORT=${named} is taken`
}

/** Counts and tells what a worker or scheduler does, where METRICS_PORT says so, until the process ends. */
export async function serveMetrics(
  app: ApplicationService,
  role: Role,
  settings: MetricsSettings
): Promise<void> {
  const { metricsPort } = settings
  if (metricsPort === null) return
  const metrics = await makeMetrics(app, role)
  metrics.listen()
  const logger = await app.container.make('logger')
  const door = await openMetricsDoor(metrics, { ...settings, metricsPort }, logger)
  app.terminating(() => {
    door.close()
    metrics.stop()
  })
}
