import { setTimeout as delay } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import { LEASE_S, renewLease, type JobLease } from '#jobs/life/job_lease'
import type { JobPhase } from '#jobs/job_state'

/** Once a second: a cancellation is seen, and people see progress, soon enough. */
const BEAT_MS = 1_000

export type StopReason = 'cancelled' | 'lease_lost' | 'handed_back'

/** Share of the whole job that each phase takes: where it begins, and how much it is. */
const PHASE_SPANS: Record<JobPhase, [begin: number, share: number]> = {
  probe: [0, 0.02],
  plan: [0.02, 0],
  encode: [0.02, 0.88],
  verify: [0.9, 0.08],
  publish: [0.98, 0.02],
}

/**
 * Holds a lease while its job runs: renews it, tells progress with it, and aborts the work when the job
 * is cancelled, when the lease is lost or cannot be renewed in time, or when the worker must stop.
 */
export class LeaseWatch {
  readonly #lease: JobLease
  readonly #abort = new AbortController()
  readonly #ended = new AbortController()
  #at: { phase: JobPhase; progress: number } = { phase: 'probe', progress: 0 }
  #renewedAt = Date.now()

  constructor(lease: JobLease, workerStops: AbortSignal) {
    this.#lease = lease
    if (workerStops.aborted) this.#stop('handed_back')
    workerStops.addEventListener('abort', () => this.#stop('handed_back'), {
      once: true,
      signal: this.#ended.signal,
    })
    void this.#beat()
  }

  /** Aborted with a StopReason when the work must stop. */
  get signal(): AbortSignal {
    return this.#abort.signal
  }

  get stopReason(): StopReason | null {
    return this.signal.aborted ? this.signal.reason : null
  }

  /** Says what is being done now, and how much of it is done, 0..1; sent with the next beat. */
  report(phase: JobPhase, done = 0) {
    const [begin, share] = PHASE_SPANS[phase]
    this.#at = { phase, progress: begin + share * done }
  }

  /** Stops renewing; the lease is left to whoever ended the attempt. */
  end() {
    this.#ended.abort()
  }

  async #beat() {
    while (!this.#ended.signal.aborted) {
      await delay(BEAT_MS, undefined, { signal: this.#ended.signal }).catch(() => undefined)
      if (!this.#ended.signal.aborted) await this.#renew()
    }
  }

  async #renew() {
    try {
      const state = await renewLease(this.#lease, this.#at)
      this.#renewedAt = Date.now()
      if (state === 'cancel_requested') this.#stop('cancelled')
      if (state === 'lost') this.#stop('lease_lost')
    } catch (error) {
      logger.warn({ err: error, jobId: this.#lease.jobId }, 'the lease could not be renewed')
      if (Date.now() - this.#renewedAt > LEASE_S * 1000) this.#stop('lease_lost')
    }
  }

  #stop(reason: StopReason) {
    this.#abort.abort(reason)
  }
}
