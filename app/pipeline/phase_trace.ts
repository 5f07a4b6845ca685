import { currentSpan, openSpan, type OpenSpan } from '#tracing/tracer'
import type { JobPhase } from '#jobs/job_state'

/** Each phase of an attempt as a span, one after the other, below the span in which this was made. */
export class PhaseTrace {
  #phase: JobPhase | null = null
  #span: OpenSpan | null = null
  readonly #attempt = currentSpan()

  constructor() {
    this.enter('probe')
  }

  enter(phase: JobPhase) {
    if (!this.#attempt || phase === this.#phase) return
    this.#span?.end()
    this.#phase = phase
    this.#span = openSpan({ name: phase, parent: this.#attempt.traceParent })
  }

  /** What is begun within the work becomes a part of the phase that is on. */
  within<T>(work: () => T): T {
    return this.#span ? this.#span.within(work) : work()
  }

  end() {
    this.#span?.end()
    this.#span = null
  }
}
