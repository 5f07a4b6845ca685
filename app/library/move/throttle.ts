import { Transform } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'

/** Lets no more bytes through in a second than it was given, all streams through it together. */
export class Throttle {
  #freeAt = 0

  /** @param bytesPerS null: as many as there are */
  constructor(private bytesPerS: number | null) {}

  through(): Transform {
    return new Transform({
      transform: (chunk: Buffer, _encoding, next) => {
        void this.#turn(chunk.length).then(() => next(null, chunk))
      },
    })
  }

  async #turn(bytes: number) {
    if (this.bytesPerS === null) return
    const now = performance.now()
    const from = Math.max(now, this.#freeAt)
    this.#freeAt = from + (bytes / this.bytesPerS) * 1000
    if (from > now) await delay(from - now)
  }
}
