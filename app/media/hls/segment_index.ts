import { open } from 'node:fs/promises'
import { topLevelBoxes, type Box } from '../probe/mp4_boxes.js'
import { MediaError } from '../errors.js'

export interface ByteSpan {
  offset: number
  length: number
}

export interface Segment extends ByteSpan {
  durationS: number
}

/** How one fragmented MP4 is cut into segments. */
export interface SegmentIndex {
  /** What a decoder needs before any segment. */
  init: ByteSpan
  segments: Segment[]
  /** Of the whole file. */
  sizeBytes: number
  /** Where fragments truly begin, by their boxes. */
  fragmentOffsets: number[]
}

/**
 * Reads where the segments of a fragmented MP4 lie, by the index that ffmpeg put in front of them
 * (`sidx`, ISO/IEC 14496-12, 8.16.3).
 *
 * @throws MediaError RESULT_WRONG where there is no such index
 */
export async function readSegmentIndex(path: string): Promise<SegmentIndex> {
  const boxes = await topLevelBoxes(path)
  const [moov, sidx] = ['moov', 'sidx'].map((type) => boxes.find((box) => box.type === type))
  if (!moov || !sidx) throw new MediaError('RESULT_WRONG', { detail: 'no index of segments' })

  const bytes = await readSpan(path, { offset: sidx.offset, length: sidx.size })
  const last = boxes.at(-1)!
  return {
    init: { offset: 0, length: moov.offset + moov.size },
    segments: parseSegments(bytes, sidx),
    sizeBytes: last.offset + last.size,
    fragmentOffsets: boxes.filter(({ type }) => type === 'moof').map(({ offset }) => offset),
  }
}

export async function readSpan(path: string, { offset, length }: ByteSpan): Promise<Buffer> {
  const file = await open(path)
  try {
    const bytes = Buffer.alloc(length)
    const { bytesRead } = await file.read(bytes, 0, length, offset)
    return bytes.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const FULL_BOX_BYTES = 4
const REFERENCE_BYTES = 12

function parseSegments(bytes: Buffer, sidx: Box): Segment[] {
  const version = bytes[sidx.headerSize]
  const timescale = bytes.readUInt32BE(sidx.headerSize + FULL_BOX_BYTES + 4)
  const times = sidx.headerSize + FULL_BOX_BYTES + 8
  const firstOffset =
    version === 0 ? bytes.readUInt32BE(times + 4) : Number(bytes.readBigUInt64BE(times + 8))
  const countAt = times + (version === 0 ? 8 : 16) + 2
  const count = bytes.readUInt16BE(countAt)
  let offset = sidx.offset + sidx.size + firstOffset
  return Array.from({ length: count }, (_, at) => {
    const reference = countAt + 2 + at * REFERENCE_BYTES
    const length = bytes.readUInt32BE(reference) & 0x7fffffff
    const segment = { offset, length, durationS: bytes.readUInt32BE(reference + 4) / timescale }
    offset += length
    return segment
  })
}
