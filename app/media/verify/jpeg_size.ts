import type { Size } from '../plan/rendition_size.js'

const MARKER = 0xff
/** Start of frame, baseline to progressive; the others in that range are no frames. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2, 0xc3])

/** Pixels of a JPEG by its frame header, or null where there is none. */
export function jpegSize(bytes: Buffer): Size | null {
  let at = 2
  while (at + 9 <= bytes.length && bytes[at] === MARKER) {
    if (FRAMES.has(bytes[at + 1])) {
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}
