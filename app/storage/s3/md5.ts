import { createHash } from 'node:crypto'

/** In hexadecimal, as in an ETag, and in Base64, as in `Content-MD5`. */
export function md5Of(bytes: Buffer): { hex: string; base64: string } {
  const digest = createHash('md5').update(bytes).digest()
  return { hex: digest.toString('hex'), base64: digest.toString('base64') }
}
