import type { Registry } from 'prom-client'
import { isKnownCause, jobCauses, transientCauses } from '#jobs/failure_causes'
import { JOB_PHASES } from '#jobs/job_state'
import { LANES } from '#jobs/lanes/lane'
import { DEFAULT_PRESETS } from '#presets/default_presets'
import { BoundedNames } from '#metrics/bounded_names'
import { Series } from '#metrics/series'
import type { AttemptEnded } from '#jobs/life/attempt_ended'
import type { JobTaken } from '#jobs/life/job_taken'

/** Besides those that come along. */
const MAX_OTHER_PRESETS = 30
const WORK_BUCKETS_S = [1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200]
const PHASE_BUCKETS_S = [0.1, 0.5, 1, 5, 10, 30, 60, 300, 1800, 3600]
const WAIT_BUCKETS_S = [0.5, 1, 5, 15, 60, 300, 900, 3600, 14_400, 86_400]

/** Operations that stand for themselves. */
const NO_PRESET = 'none'

/** What this worker did to jobs. */
export class JobMetrics {
  readonly #presets = new BoundedNames(
    [NO_PRESET, ...DEFAULT_PRESETS.map(({ name }) => name)],
    MAX_OTHER_PRESETS
  )
  readonly #begun = new Set<string>()
  readonly #counts
  readonly #times

  constructor(registry: Registry) {
    const series = new Series(registry)
    this.#counts = countersIn(series)
    this.#times = histogramsIn(series)
    for (const lane of LANES) this.#times.waited.zero({ lane })
    for (const phase of JOB_PHASES) this.#times.phases.zero({ phase })
  }

  taken({ lane, preset, waitedS }: JobTaken) {
    this.#times.waited.observe({ lane }, waitedS)
    this.#begin(this.#presets.label(preset ?? NO_PRESET))
  }

  ended(attempt: AttemptEnded) {
    const preset = this.#presets.label(attempt.preset ?? NO_PRESET)
    if (attempt.outcome === 'lost') this.#counts.lost.inc()
    switch (endOf(attempt)) {
      case 'completed':
        this.#counts.bytesIn.inc(attempt.originalBytes)
        this.#counts.bytesOut.inc(attempt.renditionBytes)
        this.#timed('completed', preset, attempt)
        return this.#counts.processed.inc({ status: 'completed', preset, cause: '' })
      case 'failed':
        this.#timed('failed', preset, attempt)
        return this.#counts.processed.inc({ status: 'failed', preset, cause: causeLabel(attempt) })
      case 'cancelled':
        return this.#counts.processed.inc({ status: 'cancelled', preset, cause: '' })
      case 'waits_for_retry':
        return this.#counts.retries.inc({ preset, cause: causeLabel(attempt) })
      case 'handed_back':
        return this.#counts.handedBack.inc()
    }
  }

  /** A series that begins with 1 has not risen, to Prometheus: those that a preset may need begin with 0. */
  #begin(preset: string) {
    if (this.#begun.has(preset)) return
    this.#begun.add(preset)
    for (const status of ['completed', 'cancelled']) {
      this.#counts.processed.inc({ status, preset, cause: '' }, 0)
    }
    for (const status of ['completed', 'failed']) this.#times.took.zero({ status, preset })
    for (const cause of jobCauses())
      this.#counts.processed.inc({ status: 'failed', preset, cause }, 0)
    for (const cause of transientCauses()) this.#counts.retries.inc({ preset, cause }, 0)
  }

  #timed(status: string, preset: string, { tookS, timings }: AttemptEnded) {
    this.#times.took.observe({ status, preset }, tookS)
    for (const [phase, ms] of Object.entries(timings))
      this.#times.phases.observe({ phase }, ms / 1000)
  }
}

function countersIn(series: Series) {
  return {
    processed: series.counter(
      'video_jobs_processed_total',
      'Jobs that this process ended, by status (completed, failed, cancelled), preset and, of failed ones, cause; sum() over processes',
      ...(['status', 'preset', 'cause'] as const)
    ),
    retries: series.counter(
      'video_job_retries_total',
      'Attempts after which the job waits for another one, by preset and cause; sum() over processes',
      ...(['preset', 'cause'] as const)
    ),
    handedBack: series.counter(
      'video_jobs_handed_back_total',
      'Jobs that this worker gave back because it was told to stop; no failure of theirs'
    ),
    lost: series.counter(
      'mediakeep_leases_lost_total',
      'Jobs that this process took from a worker that had vanished; sum() over processes'
    ),
    bytesIn: series.counter(
      'video_processed_input_bytes_total',
      'Bytes of the originals of jobs that this worker completed'
    ),
    bytesOut: series.counter(
      'video_processed_output_bytes_total',
      'Bytes of the renditions that this worker published'
    ),
  }
}

function histogramsIn(series: Series) {
  return {
    took: series.histogram(
      {
        name: 'video_processing_duration_seconds',
        help: 'How long attempts took that ended their job, by status (completed, failed) and preset',
        buckets: WORK_BUCKETS_S,
      },
      ...(['status', 'preset'] as const)
    ),
    phases: series.histogram(
      {
        name: 'video_phase_duration_seconds',
        help: 'How long those attempts were in each phase, pauses left out',
        buckets: PHASE_BUCKETS_S,
      },
      'phase'
    ),
    waited: series.histogram(
      {
        name: 'video_job_wait_seconds',
        help: 'How long jobs were due before this worker took them, by lane',
        buckets: WAIT_BUCKETS_S,
      },
      'lane'
    ),
  }
}

/** What became of the job of a worker that vanished stands in its row; it may even run again by now. */
function endOf({ outcome, jobStatus }: AttemptEnded): string {
  if (outcome !== 'lost') return outcome
  return jobStatus === 'failed' || jobStatus === 'cancelled' ? jobStatus : 'waits_for_retry'
}

function causeLabel({ cause }: AttemptEnded): string {
  return cause !== null && isKnownCause(cause) ? cause : 'other'
}
