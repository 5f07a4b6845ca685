import type { JobPhase } from '#jobs/job_state'

/** Milliseconds that an attempt spent in each of its phases; those that it never came to are left out. */
export type PhaseTimings = Partial<Record<JobPhase, number>>

/** Adds up how long each phase takes, also of one that is entered again. */
export class PhaseTimes {
  #phase: JobPhase = 'probe'
  #since: number
  readonly #spentMs: PhaseTimings = {}

  /** @param now milliseconds on a clock that never goes back */
  constructor(private now = () => performance.now()) {
    this.#since = now()
  }

  enter(phase: JobPhase) {
    if (phase === this.#phase) return
    this.#settle()
    this.#phase = phase
  }

  /** Until now. */
  soFar(): PhaseTimings {
    this.#settle()
    return { ...this.#spentMs }
  }

  #settle() {
    const now = this.now()
    this.#spentMs[this.#phase] = (this.#spentMs[this.#phase] ?? 0) + now - this.#since
    this.#since = now
  }
}
