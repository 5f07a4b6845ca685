import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

const READ_SIZE_BYTES = 1024 * 1024

/** SHA-256 of a local file, in hexadecimal. */
export async function sha256Of(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: READ_SIZE_BYTES }), hash, { signal })
  return hash.digest('hex')
}

/** In hexadecimal, as in an ETag, and in Base64, as in `Content-MD5`. */
export function md5Of(bytes: Buffer): { hex: string; base64: string } {
  const digest = createHash('md5').update(bytes).digest()
  return { hex: digest.toString('hex'), base64: digest.toString('base64') }
}
