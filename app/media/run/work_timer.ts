import { workClock } from './running_programs.js'

const LEAST_WAIT_MS = 50

/** Calls once when the caller's work has gone on for so long, pauses left out. */
export class WorkTimer {
  #timer: NodeJS.Timeout
  readonly #clock = workClock()
  readonly #dueAt: number

  constructor(
    timeoutMs: number,
    private readonly onDue: () => void
  ) {
    this.#dueAt = this.#clock() + timeoutMs
    this.#timer = this.#arm()
  }

  dispose(): void {
    clearTimeout(this.#timer)
  }

  #arm(): NodeJS.Timeout {
    return setTimeout(() => this.#look(), Math.max(LEAST_WAIT_MS, this.#dueAt - this.#clock()))
  }

  #look(): void {
    if (this.#clock() >= this.#dueAt) return this.onDue()
    this.#timer = this.#arm()
  }
}
