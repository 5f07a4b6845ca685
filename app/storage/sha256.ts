import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const READ_SIZE_BYTES = 1024 * 1024

/** SHA-256 of all that a stream brings, in hexadecimal. @throws what the stream throws, or AbortError */
export async function sha256Of(content: Readable, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(content, hash, { signal })
  return hash.digest('hex')
}

/** SHA-256 of a local file, in hexadecimal. @throws what reading throws, or AbortError */
export function sha256OfFile(path: string, signal?: AbortSignal): Promise<string> {
  return sha256Of(createReadStream(path, { highWaterMark: READ_SIZE_BYTES }), signal)
}
