import type { Registry } from 'prom-client'
import { VIDEO_STATUSES } from '#videos/video_status'
import { Series } from '#metrics/series'
import type { LibraryFigures } from '#metrics/library_figures'

/** Of the whole installation, and so the same in each web process. */
const SHARED = 'the same in every web process: max() over them'

/** What the database said last. While it is away nothing is said: an old figure would look like a good one. */
export class LibraryMetrics {
  readonly #isUp
  readonly #gauges

  constructor(registry: Registry) {
    const series = new Series(registry)
    this.#isUp = series.gauge(
      'mediakeep_database_up',
      'Whether the database answered this process in time: 1 or 0'
    )
    this.#gauges = gaugesIn(series)
  }

  /** @param figures null: the database did not answer */
  set(figures: LibraryFigures | null) {
    this.#isUp.set(figures ? 1 : 0)
    Object.values(this.#gauges).forEach((gauge) => gauge.reset())
    if (figures) this.#setShared(figures)
    else Object.values(this.#gauges).forEach((gauge) => gauge.remove({}))
  }

  #setShared(figures: LibraryFigures) {
    const { lines, workers, webhooks } = figures
    const to = this.#gauges
    each(lines.waiting, (lane, n) => to.waiting.set({ lane }, n))
    each(lines.running, (lane, n) => to.active.set({ lane }, n))
    each(lines.leases, (state, n) => to.leases.set({ state }, n))
    each(figures.openLanes, (lane, isOpen) => to.open.set({ lane }, isOpen ? 1 : 0))
    each(workers.slots, (lane, n) => to.slots.set({ lane }, n))
    each(figures.storeBytes, (kind, n) => to.bytes.set({ kind }, n))
    const { healthy, failing, stopped } = webhooks
    each({ healthy, failing, stopped }, (state, n) => to.hooks.set({ state }, n))
    to.workers.set({ state: 'working' }, workers.working)
    to.workers.set({ state: 'idle' }, workers.idle)
    for (const status of [...VIDEO_STATUSES, 'archived']) to.videos.set({ status }, 0)
    for (const { key: status, n } of figures.videos) to.videos.set({ status }, n)
    to.held.set(lines.held)
    to.schedulers.set(figures.schedulers)
    to.overdue.set(figures.overdueFirings)
    to.letters.set(figures.deadLetters)
    to.due.set(webhooks.waiting)
  }
}

function gaugesIn(series: Series) {
  const shared = <L extends string>(name: string, what: string, ...labels: L[]) =>
    series.gauge(name, `${what}; ${SHARED}`, ...labels)
  return {
    waiting: shared('processing_queue_size', 'Jobs that wait, by lane', 'lane'),
    held: shared('mediakeep_held_jobs', 'Jobs held by their batch or paused'),
    active: shared('video_active_jobs', 'Jobs that run, by lane', 'lane'),
    leases: shared('mediakeep_leases', 'Jobs that run, by lease: held or expired', 'state'),
    open: shared('mediakeep_lane_open', 'Whether jobs may begin in a lane now: 1 or 0', 'lane'),
    workers: shared('mediakeep_workers', 'Workers alive: working or idle', 'state'),
    slots: shared('mediakeep_worker_slots', 'Jobs at once over all workers, by lane', 'lane'),
    schedulers: shared('mediakeep_schedulers', 'Schedulers alive'),
    overdue: shared('mediakeep_firings_overdue', 'Firings 30 s or more after their time not begun'),
    videos: shared('mediakeep_videos', 'Videos, by status', 'status'),
    letters: shared('mediakeep_dead_letters', 'Jobs that failed for good and nobody looked at'),
    bytes: shared('mediakeep_store_bytes', 'Bytes in the store: originals, renditions', 'kind'),
    hooks: shared('mediakeep_webhooks', 'Webhooks: healthy, failing, stopped', 'state'),
    due: shared('mediakeep_webhook_deliveries_waiting', 'Deliveries not taken yet, 10000 at most'),
  }
}

function each<V>(of: Record<string, V>, set: (key: string, value: V) => void) {
  for (const [key, value] of Object.entries(of)) set(key, value)
}
