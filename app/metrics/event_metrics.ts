import type { Registry } from 'prom-client'
import { Series } from '#metrics/series'
import type { DeliveryTried } from '#webhooks/delivery_tried'
import type { FiringBegun, FiringEnded } from '#scheduling/firing_told'
import type { RepairMade } from '#jobs/repair/repair_made'
import type { VideoTaken } from '#videos/video_taken'

const MIB = 1024 * 1024
const SIZE_BUCKETS_BYTES = [1, 4, 16, 64, 256, 1024, 4096, 16_384].map((mib) => mib * MIB)
const LATE_BUCKETS_S = [0.5, 1, 2, 5, 15, 60, 300, 1800, 14_400]

/** What this process did besides running jobs. */
export class EventMetrics {
  readonly #uploads
  readonly #sizes
  readonly #repairs
  readonly #late
  readonly #firings
  readonly #deliveries

  /** @param repairKinds those that this process makes */
  constructor(registry: Registry, repairKinds: string[]) {
    const series = new Series(registry)
    this.#uploads = series.counter(
      'video_uploads_total',
      'Files that this process made videos of, uploaded or imported; sum() over processes'
    )
    this.#sizes = series.histogram({
      name: 'video_upload_size_bytes',
      help: 'Sizes of those files; their sum is the bytes that came in',
      buckets: SIZE_BUCKETS_BYTES,
    })
    const repaired =
      'What this process repaired of what crashes left behind, by kind; sum() over processes'
    this.#repairs = series.counter('mediakeep_repairs_total', repaired, 'kind')
    this.#late = series.histogram({
      name: 'mediakeep_firing_delay_seconds',
      help: 'How long after their due time this process began firings',
      buckets: LATE_BUCKETS_S,
    })
    const ended = 'Firings that this process ran, by what came of them: completed or failed'
    this.#firings = series.counter('mediakeep_firings_total', ended, 'status')
    const sent =
      'Deliveries that this process sent: delivered, retried (not taken, sent again later) or failed (given up)'
    this.#deliveries = series.counter('mediakeep_webhook_deliveries_total', sent, 'status')
    this.#begin(repairKinds)
  }

  /** A series that begins with 1 has not risen, to Prometheus. */
  #begin(repairKinds: string[]) {
    for (const kind of repairKinds) this.#repairs.inc({ kind }, 0)
    for (const status of ['completed', 'failed']) this.#firings.inc({ status }, 0)
    for (const status of ['delivered', 'retried', 'failed']) this.#deliveries.inc({ status }, 0)
  }

  videoTaken({ sizeBytes }: VideoTaken) {
    this.#uploads.inc()
    this.#sizes.observe(sizeBytes)
  }

  repairMade({ kind }: RepairMade) {
    this.#repairs.inc({ kind })
  }

  firingBegun({ lateS }: FiringBegun) {
    this.#late.observe(Math.max(0, lateS))
  }

  firingEnded({ status }: FiringEnded) {
    this.#firings.inc({ status })
  }

  deliveryTried({ status }: DeliveryTried) {
    this.#deliveries.inc({ status })
  }
}
