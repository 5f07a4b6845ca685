import { createHash } from 'node:crypto'

/** A set of the language ends at 2^24 entries. */
const SETS = 32
const BYTES_OF_A_NUMBER = 6

/**
 * Remembers very many keys in some 40 bytes each, by a part of their hash: of a million it takes one in some hundred
 * million for known though it is not.
 */
export class KnownKeys {
  readonly #sets = Array.from({ length: SETS }, () => new Set<number>())

  add(key: string): void {
    const number = numberOf(key)
    this.#sets[number % SETS].add(number)
  }

  has(key: string): boolean {
    const number = numberOf(key)
    return this.#sets[number % SETS].has(number)
  }
}

function numberOf(key: string): number {
  return createHash('md5').update(key).digest().readUIntBE(0, BYTES_OF_A_NUMBER)
}
