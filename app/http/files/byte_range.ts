import type { ByteRange } from '#storage/media_store'

const SINGLE_RANGE = /^bytes=(\d*)-(\d*)$/i

/**
 * What a Range header asks for of a file.
 *
 * @returns null where the whole file is the answer: no range, several, another unit, or nonsense (RFC 9110, 14.2)
 */
export function readByteRange(
  header: string | undefined,
  sizeBytes: number
): ByteRange | 'unsatisfiable' | null {
  const [, first, last] = header?.replace(/\s+/g, '').match(SINGLE_RANGE) ?? ['', '', '']
  if (first === '') return last === '' ? null : suffix(Number(last), sizeBytes)
  return between(Number(first), last === '' ? Infinity : Number(last), sizeBytes)
}

function between(start: number, end: number, sizeBytes: number) {
  if (end < start) return null
  if (start >= sizeBytes) return 'unsatisfiable'
  return { start, end: Math.min(end, sizeBytes - 1) }
}

/** The last bytes of the file, however many there are. */
function suffix(lengthBytes: number, sizeBytes: number): ByteRange | 'unsatisfiable' {
  if (lengthBytes === 0 || sizeBytes === 0) return 'unsatisfiable'
  return { start: Math.max(0, sizeBytes - lengthBytes), end: sizeBytes - 1 }
}
