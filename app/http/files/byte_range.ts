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
  const asked = header?.replace(/\s+/g, '').match(SINGLE_RANGE)
  if (!asked || (asked[1] === '' && asked[2] === '')) return null
  const [, first, last] = asked
  if (first === '') return suffix(Number(last), sizeBytes)
  const start = Number(first)
  const end = last === '' ? sizeBytes - 1 : Number(last)
  if (end < start && last !== '') return null
  if (start >= sizeBytes) return 'unsatisfiable'
  return { start, end: Math.min(end, sizeBytes - 1) }
}

/** The last bytes of the file, however many there are. */
function suffix(lengthBytes: number, sizeBytes: number): ByteRange | 'unsatisfiable' {
  if (lengthBytes === 0 || sizeBytes === 0) return 'unsatisfiable'
  return { start: Math.max(0, sizeBytes - lengthBytes), end: sizeBytes - 1 }
}
