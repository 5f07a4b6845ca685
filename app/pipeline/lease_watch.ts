import { setTimeout as delay } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import { LEASE_S, renewLease, type JobLease, type LeaseState } from '#jobs/life/job_lease'
import { noteAttempt } from '#pipeline/note_attempt'
import { progressIn } from '#pipeline/phase_spans'
import { PhaseTrace } from '#pipeline/phase_trace'
import { PhaseTimes, type PhaseTimings } from '#pipeline/phase_times'
import type { RunningPrograms } from '#media/run/running_programs'
import type { JobLimits } from '#jobs/limits/job_limits'
import type { JobPhase } from '#jobs/job_state'

/** Once a second: a cancellation or a pause is seen, and people see progress, soon enough. */
const BEAT_MS = 1_000

export type StopReason = 'cancelled' | 'lease_lost' | 'handed_back' | 'time_limit'

/**
 * Holds a lease while its job runs: renews it, tells progress with it, stops and continues the programs as people ask,
 * and aborts the work when the job is cancelled, when its time is over, when the lease is lost or cannot be renewed in
 * time, or when the worker must stop.
 */
export class LeaseWatch {
  readonly #lease: JobLease
  readonly #programs: RunningPrograms
  readonly #abort = new AbortController()
  readonly #ended = new AbortController()
  readonly #times: PhaseTimes
  readonly #trace = new PhaseTrace()
  #at: { phase: JobPhase; progress: number } = { phase: 'probe', progress: 0 }
  #renewedAt = Date.now()
  #limits: Pick<JobLimits, 'softTimeS' | 'hardTimeS'> | null = null
  #hasWarned = false

  constructor(lease: JobLease, workerStops: AbortSignal, programs: RunningPrograms) {
    this.#lease = lease
    this.#programs = programs
    this.#times = new PhaseTimes(() => programs.workedMs)
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

  /** The hard limit in seconds; null before it is known. */
  get allowedS(): number | null {
    return this.#limits?.hardTimeS ?? null
  }

  /** Where the time went until now, pauses left out. */
  get timings(): PhaseTimings {
    return this.#times.soFar()
  }

  /** Holds the whole attempt to its time, pauses left out. */
  holdTo(limits: Pick<JobLimits, 'softTimeS' | 'hardTimeS'>) {
    this.#limits = limits
  }

  /** Says what is being done now, and how much of it is done, 0..1; sent with the next beat. */
  report(phase: JobPhase, done = 0) {
    this.#times.enter(phase)
    this.#trace.enter(phase)
    this.#at = { phase, progress: progressIn(phase, done) }
  }

  /** What is begun within the work is a part of the phase that is on, for whoever follows the traces. */
  withinPhase<T>(work: () => T): T {
    return this.#trace.within(work)
  }

  /** Stops renewing; the lease is left to whoever ended the attempt. */
  end() {
    this.#ended.abort()
    this.#trace.end()
  }

  async #beat() {
    while (!this.#ended.signal.aborted) {
      await delay(BEAT_MS, undefined, { signal: this.#ended.signal }).catch(() => undefined)
      if (this.#ended.signal.aborted) return
      await this.#renew()
      await this.#holdToTime()
    }
  }

  async #renew() {
    try {
      const state = await renewLease(this.#lease, this.#at)
      this.#renewedAt = Date.now()
      this.#obey(state)
    } catch (error) {
      logger.warn({ err: error, jobId: this.#lease.jobId }, 'the lease could not be renewed')
      if (Date.now() - this.#renewedAt > LEASE_S * 1000) this.#stop('lease_lost')
    }
  }

  #obey(state: LeaseState) {
    if (this.signal.aborted) return
    switch (state) {
      case 'held':
        return this.#programs.resume()
      case 'pause_requested':
        return this.#programs.pause()
      case 'cancel_requested':
        return this.#stop('cancelled')
      case 'lost':
        return this.#stop('lease_lost')
    }
  }

  async #holdToTime() {
    if (!this.#limits || this.signal.aborted) return
    const workedS = this.#programs.workedMs / 1000
    if (workedS > this.#limits.hardTimeS) return this.#stop('time_limit')
    if (workedS > this.#limits.softTimeS) await this.#warn(this.#limits.softTimeS)
  }

  async #warn(softTimeS: number) {
    if (this.#hasWarned) return
    this.#hasWarned = true
    const message = `Longer than the soft limit of ${softTimeS} s: no further encode is begun.`
    await noteAttempt(this.#lease, { message }).catch(() => undefined)
  }

  /** What stands still could not even be asked to end. */
  #stop(reason: StopReason) {
    this.#programs.resume()
    this.#abort.abort(reason)
  }
}
