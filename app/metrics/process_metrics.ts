import { collectDefaultMetrics, type Registry } from 'prom-client'
import { Series } from '#metrics/series'
import type { Room } from '#jobs/limits/disk_room'

/** Gauges that the library calls totals, which are counters to everybody else; each is the sum of another one. */
const MISNAMED = ['handles', 'requests', 'resources'].map((what) => `nodejs_active_${what}_total`)

/** Connections of this process to Postgres, as tarn counts them. */
export interface PoolCounts {
  numUsed(): number
  numFree(): number
  numPendingAcquires(): number
}

/** What one process says of itself and of the machine that it is on. */
export class ProcessMetrics {
  readonly #free
  readonly #total
  readonly #connections
  readonly #waiting

  constructor(registry: Registry, of: { version: string; role: string }) {
    collectDefaultMetrics({ register: registry })
    MISNAMED.forEach((name) => registry.removeSingleMetric(name))
    const series = new Series(registry)
    const info = 'Always 1; which version runs, and as what: web, worker or scheduler'
    series.gauge('mediakeep_info', info, 'version', 'role').set(of, 1)
    const disk = 'of the machine that this process is on; min() over a machine'
    this.#free = series.gauge(
      'mediakeep_disk_free_bytes',
      `Room left on the disk under scratch and store, ${disk}`,
      'place'
    )
    this.#total = series.gauge(
      'mediakeep_disk_total_bytes',
      `Size of the disk under scratch and store, ${disk}`,
      'place'
    )
    this.#connections = series.gauge(
      'mediakeep_postgres_connections',
      'Connections of this process to Postgres: used or idle',
      'state'
    )
    this.#waiting = series.gauge(
      'mediakeep_postgres_waiting',
      'How much in this process waits for a connection to Postgres now'
    )
  }

  /** @param rooms null: the disks do not answer, and nothing is said of them */
  setRooms(rooms: Room[] | null) {
    this.#free.reset()
    this.#total.reset()
    for (const { name, freeBytes, totalBytes } of rooms ?? []) {
      const place = name.toLowerCase()
      this.#free.set({ place }, freeBytes)
      this.#total.set({ place }, totalBytes)
    }
  }

  /** @param pool null: nothing has been asked of the database yet */
  setPool(pool: PoolCounts | null) {
    this.#connections.set({ state: 'used' }, pool?.numUsed() ?? 0)
    this.#connections.set({ state: 'idle' }, pool?.numFree() ?? 0)
    this.#waiting.set(pool?.numPendingAcquires() ?? 0)
  }
}
