import { sampleEntryTypes } from './mp4_boxes.js'
import { readHead } from './read_head.js'

const MATROSKA_MAGIC = '1a45dfa3'
const AES_BLOCK_BYTES = 16
const TS_PACKET_BYTES = 188
/** Ten seconds at 50 Mbit/s. */
const LARGEST_SEGMENT_BYTES = 64 * 1024 * 1024
/** Tracks stand before the first cluster, in practice within the first MiB. */
const MATROSKA_HEAD_BYTES = 1024 * 1024

/** ContentEncoding (62 40) is the only place in which ContentEncryption (50 35) may stand. */
const CONTENT_ENCODING = Buffer.from([0x62, 0x40])
const CONTENT_ENCRYPTION = Buffer.from([0x50, 0x35])
const CLUSTER = Buffer.from([0x1f, 0x43, 0xb6, 0x75])
/** A SeekID of four bytes: what follows is a reference to an element, not the element. */
const SEEK_ID = Buffer.from([0x53, 0xab, 0x84])

/**
 * Says how a file is encrypted, or null. ffmpeg decodes Common Encryption to garbage and exits
 * with 0, so this must be known before.
 */
export async function encryptionOf(path: string): Promise<string | null> {
  const head = await readHead(path, MATROSKA_HEAD_BYTES)
  if (head.toString('hex', 0, 4) === MATROSKA_MAGIC) return matroskaEncryption(head)

  const entries = await sampleEntryTypes(path)
  const encrypted = entries.find((type) => type === 'encv' || type === 'enca')
  return encrypted ? `Common Encryption (sample entry ${encrypted})` : null
}

/**
 * True for what is most likely one enciphered segment of an HLS stream: bytes evenly spread, and a length that
 * packets of 188 bytes take when a cipher pads them to its blocks. Random bytes of another length are no video at
 * all. Only to be asked of files that no demuxer knows.
 */
export async function looksEncrypted(path: string, sizeBytes: number): Promise<boolean> {
  if (sizeBytes > LARGEST_SEGMENT_BYTES || !isPaddedTransportStream(sizeBytes)) return false
  const head = await readHead(path, 64 * 1024)
  return head.length >= 1024 && isEvenlySpread(head)
}

/** The padding takes 1 to 16 bytes, to the next multiple of 16. */
function isPaddedTransportStream(sizeBytes: number): boolean {
  const packets = Math.floor((sizeBytes - 1) / TS_PACKET_BYTES)
  const padding = sizeBytes - packets * TS_PACKET_BYTES
  return sizeBytes % AES_BLOCK_BYTES === 0 && padding <= AES_BLOCK_BYTES
}

/** Chi-square over byte values; random bytes stay near 255 (standard deviation 22.6). */
function isEvenlySpread(bytes: Buffer): boolean {
  const counts = new Array<number>(256).fill(0)
  for (const byte of bytes) counts[byte]++
  const expected = bytes.length / 256
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  return chiSquare < 255 + 5 * 22.6
}

function matroskaEncryption(head: Buffer): string | null {
  const firstCluster = clusterStart(head)
  const tracks = firstCluster < 0 ? head : head.subarray(0, firstCluster)
  const encoding = tracks.indexOf(CONTENT_ENCODING)
  if (encoding < 0) return null
  const inEncoding = tracks.subarray(encoding, encoding + 256)
  return inEncoding.includes(CONTENT_ENCRYPTION) ? 'Matroska ContentEncryption' : null
}

function clusterStart(head: Buffer): number {
  let at = head.indexOf(CLUSTER)
  while (at >= 0 && head.subarray(at - SEEK_ID.length, at).equals(SEEK_ID)) {
    at = head.indexOf(CLUSTER, at + 1)
  }
  return at
}
