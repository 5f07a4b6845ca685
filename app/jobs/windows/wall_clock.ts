import { IANAZone } from 'luxon'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** What the clocks on the wall of a time zone show. Wall times are milliseconds as if they were UTC. */
export class WallClock {
  readonly #zone: IANAZone

  constructor(timeZone: string) {
    this.#zone = IANAZone.create(timeZone)
  }

  offsetMs(instantMs: number): number {
    return this.#zone.offset(instantMs) * MINUTE_MS
  }

  at(instantMs: number): number {
    return instantMs + this.offsetMs(instantMs)
  }

  /**
   * When the clock shows `wallMs` for the first time; for a time that it jumps over, the moment of the
   * jump. A later wall time never gives an earlier instant.
   */
  firstInstantOf(wallMs: number): number {
    const before = wallMs - this.offsetMs(wallMs - DAY_MS)
    if (this.at(before) === wallMs) return before
    const after = wallMs - this.offsetMs(wallMs + DAY_MS)
    if (this.at(after) === wallMs) return after
    return this.nextChange(after, before)
  }

  /** First instant after `fromMs` whose offset is not that of `fromMs`; there must be one until `untilMs`. */
  nextChange(fromMs: number, untilMs: number): number {
    const offsetMs = this.offsetMs(fromMs)
    let [same, changed] = [fromMs, untilMs]
    while (changed - same > 1) {
      const middle = Math.floor((same + changed) / 2)
      if (this.offsetMs(middle) === offsetMs) same = middle
      else changed = middle
    }
    return changed
  }
}
