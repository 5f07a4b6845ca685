/** CPU cores and bytes of memory that were used around a moment. */
export type UsagePoint = [cores: number, memoryBytes: number]

/** What a program used over its time, in points that are equally far apart. */
export interface Usage {
  everyMs: number
  points: UsagePoint[]
}

const FIRST_STEP_MS = 500
const MOST_POINTS = 120

/** Draws the curve while a program runs: where it grows too long, two points become one. */
export class UsageCurve {
  #everyMs = FIRST_STEP_MS
  #points: UsagePoint[] = []
  #since = { atMs: 0, cpuS: 0 }
  #memoryBytes = 0

  /** What was used until then; moments rise. */
  add({ atMs, cpuS, memoryBytes }: { atMs: number; cpuS: number; memoryBytes: number }): void {
    this.#memoryBytes = Math.max(this.#memoryBytes, memoryBytes)
    const due = Math.floor(atMs / this.#everyMs) - this.#points.length
    if (due <= 0) return
    const passedMs = atMs - this.#since.atMs
    const cores = Math.max(0, ((cpuS - this.#since.cpuS) * 1000) / passedMs)
    for (let step = 0; step < due; step++) this.#points.push([rounded(cores), this.#memoryBytes])
    if (this.#points.length > MOST_POINTS) this.#halve()
    this.#since = { atMs, cpuS }
    this.#memoryBytes = 0
  }

  get usage(): Usage {
    return { everyMs: this.#everyMs, points: this.#points }
  }

  #halve() {
    this.#everyMs *= 2
    const pairs = Math.floor(this.#points.length / 2)
    this.#points = Array.from({ length: pairs }, (_, at) => {
      const [one, other] = [this.#points[2 * at], this.#points[2 * at + 1]]
      return [rounded((one[0] + other[0]) / 2), Math.max(one[1], other[1])]
    })
    if (this.#points.length > MOST_POINTS) this.#halve()
  }
}

function rounded(cores: number): number {
  return Math.round(cores * 100) / 100
}
