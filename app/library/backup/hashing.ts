import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'

/** What went through a stream. */
export interface Seen {
  sizeBytes: number
  sha256: string
}

/** Lets bytes through and tells at the end how many there were, and their SHA-256. */
export function hashing(): { through: Transform; seen: () => Seen } {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const through = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      sizeBytes += chunk.length
      hash.update(chunk)
      next(null, chunk)
    },
  })
  return { through, seen: () => ({ sizeBytes, sha256: hash.digest('hex') }) }
}
