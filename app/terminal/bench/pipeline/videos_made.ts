import type { SystemClient } from '#app/terminal/bench/pipeline/system_client'

/** The videos that a measurement left in the system, so that they can be deleted. */
export class VideosMade {
  readonly #ids = new Set<number>()

  constructor(private of: { client: SystemClient; isKept: boolean; urgent: AbortSignal }) {}

  add(id: number) {
    this.#ids.add(id)
  }

  /** Those that are still there, as far as we know. */
  get remaining(): number[] {
    return [...this.#ids]
  }

  /** What refuses remains. */
  async deleteAll(): Promise<void> {
    if (this.of.isKept) return
    for (const id of this.#ids) {
      if (this.of.urgent.aborted) return
      const isGone = await this.of.client.remove(id).then(
        () => true,
        () => false
      )
      if (isGone) this.#ids.delete(id)
    }
  }
}
