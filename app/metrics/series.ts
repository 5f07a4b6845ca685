import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** Makes figures in one registry. What they are called and what they mean stands where they are made. */
export class Series {
  readonly #registers: Registry[]

  constructor(registry: Registry) {
    this.#registers = [registry]
  }

  counter<L extends string>(name: string, help: string, ...labelNames: L[]): Counter<L> {
    return new Counter({ name, help, labelNames, registers: this.#registers })
  }

  gauge<L extends string>(name: string, help: string, ...labelNames: L[]): Gauge<L> {
    return new Gauge({ name, help, labelNames, registers: this.#registers })
  }

  /** @param of its upper bounds, in the unit that the name ends with */
  histogram<L extends string>(
    of: { name: string; help: string; buckets: number[] },
    ...labelNames: L[]
  ): Histogram<L> {
    return new Histogram({ ...of, labelNames, registers: this.#registers })
  }
}
