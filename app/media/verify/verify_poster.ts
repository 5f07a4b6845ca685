import { readFile } from 'node:fs/promises'
import { MediaError } from '../errors.js'

const START = 'ffd8ff'
const END = 'ffd9'

/** @throws MediaError RESULT_MISSING, or RESULT_DAMAGED for a JPEG that does not end */
export async function verifyPoster(path: string): Promise<{ sizeBytes: number }> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0))
  if (bytes.length === 0) throw new MediaError('RESULT_MISSING', { detail: 'no poster' })
  const isWhole =
    bytes.toString('hex', 0, 3) === START && bytes.toString('hex', bytes.length - 2) === END
  if (!isWhole) throw new MediaError('RESULT_DAMAGED', { detail: 'the poster is no whole JPEG' })
  return { sizeBytes: bytes.length }
}
