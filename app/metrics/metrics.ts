import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { Registry } from 'prom-client'
import { ATTEMPT_ENDED, type AttemptEnded } from '#jobs/life/attempt_ended'
import { JOB_TAKEN, type JobTaken } from '#jobs/life/job_taken'
import { REPAIR_MADE, type RepairMade } from '#jobs/repair/repair_made'
import { FIRING_BEGUN, FIRING_ENDED } from '#scheduling/firing_told'
import { VIDEO_TAKEN, type VideoTaken } from '#videos/video_taken'
import { DELIVERY_TRIED, type DeliveryTried } from '#webhooks/delivery_tried'
import { EventMetrics } from '#metrics/event_metrics'
import { HttpMetrics } from '#metrics/http_metrics'
import { JobMetrics } from '#metrics/job_metrics'
import { LibraryMetrics } from '#metrics/library_metrics'
import { ProcessMetrics, type PoolCounts } from '#metrics/process_metrics'
import { ToldWithin } from '#metrics/told_within'
import type { FiringBegun, FiringEnded } from '#scheduling/firing_told'
import type { LibraryFigures } from '#metrics/library_figures'
import type { Room } from '#jobs/limits/disk_room'

export type Role = 'web' | 'worker' | 'scheduler'

export interface MetricsSources {
  version: string
  role: Role
  /** Of the repairs that this process makes. */
  repairKinds: string[]
  /** Asked at a scrape, at most each five seconds. */
  rooms: () => Promise<Room[]>
  /** The same; of web processes alone. */
  library: () => Promise<LibraryFigures>
  pool: () => PoolCounts | null
}

export interface Figure {
  name: string
  help: string
  type: string
  labels: string[]
}

/** As the library makes them; its types leave the labels out. */
type Made = { name: string; help: string; type: unknown; labelNames?: string[] }

/** Ten scrapers cost what one does. */
const KEPT_MS = 5_000
/** A scrape answers in time whatever is away: Prometheus itself waits for ten seconds. */
const TIMEOUT_MS = 2_000

/** The figures of one process: counts what the domain tells from `listen` to `stop`, and asks for the rest when it is read. */
export class Metrics {
  readonly #registry = new Registry()
  readonly #jobs = new JobMetrics(this.#registry)
  readonly #events
  readonly #process
  readonly #library
  readonly #pool
  readonly #rooms
  readonly #figures
  /** Of a web process. */
  readonly http

  constructor(sources: MetricsSources) {
    const { role, rooms, library } = sources
    const asked = { keptMs: KEPT_MS, timeoutMs: TIMEOUT_MS }
    this.#process = new ProcessMetrics(this.#registry, { version: sources.version, role })
    this.#events = new EventMetrics(this.#registry, sources.repairKinds)
    this.#pool = sources.pool
    this.#rooms = new ToldWithin({ ask: rooms, ...asked })
    this.#figures = new ToldWithin({ ask: library, ...asked })
    this.http = role === 'web' ? new HttpMetrics(this.#registry) : null
    this.#library = role === 'web' ? new LibraryMetrics(this.#registry) : null
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  /** Everything in the format of Prometheus. */
  async text(): Promise<string> {
    const [rooms] = await Promise.all([this.#rooms.now(), this.#askLibrary()])
    this.#process.setRooms(rooms)
    this.#process.setPool(this.#pool())
    return this.#registry.metrics()
  }

  /** What there is to tell, for documents. */
  figures(): Figure[] {
    return this.#registry.getMetricsAsArray().map(({ name, help, type, labelNames = [] }: Made) => {
      return { name, help, type: String(type), labels: labelNames }
    })
  }

  listen() {
    for (const [name, take] of this.#takers) subscribe(name, take)
  }

  stop() {
    for (const [name, take] of this.#takers) unsubscribe(name, take)
    this.#registry.clear()
  }

  async #askLibrary() {
    this.#library?.set(await this.#figures.now())
  }

  readonly #takers: [string, (message: unknown) => void][] = [
    [VIDEO_TAKEN, (told) => this.#events.videoTaken(told as VideoTaken)],
    [JOB_TAKEN, (told) => this.#jobs.taken(told as JobTaken)],
    [ATTEMPT_ENDED, (told) => this.#jobs.ended(told as AttemptEnded)],
    [REPAIR_MADE, (told) => this.#events.repairMade(told as RepairMade)],
    [FIRING_BEGUN, (told) => this.#events.firingBegun(told as FiringBegun)],
    [FIRING_ENDED, (told) => this.#events.firingEnded(told as FiringEnded)],
    [DELIVERY_TRIED, (told) => this.#events.deliveryTried(told as DeliveryTried)],
  ]
}
