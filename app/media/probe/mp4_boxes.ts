import { open, type FileHandle } from 'node:fs/promises'

/** A box of an MP4/QuickTime file; offsets and sizes in bytes. */
export interface Box {
  type: string
  offset: number
  /** Of the whole box, as it claims; may reach past the end of the file. */
  size: number
  headerSize: number
}

/** More than any honest file has side by side (fragmented ones have two per fragment). */
const MAX_BOXES = 100_000

/** Boxes that hold others, down to the sample descriptions. */
const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl'])
/** Deeper than `moov/trak/mdia/minf/stbl/stsd` nobody goes honestly. */
const MAX_DEPTH = 6

/** The boxes at the top of a file, in order; empty when it is no MP4. Reads headers only. */
export async function topLevelBoxes(path: string): Promise<Box[]> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    return await boxesBetween(file, 0, size)
  } finally {
    await file.close()
  }
}

/** Four-letter codes of every sample entry (`avc1`, `mp4a`, `encv`, ...), without walking deeper than needed. */
export async function sampleEntryTypes(path: string): Promise<string[]> {
  const file = await open(path)
  try {
    const { size: fileSize } = await file.stat()
    const found: string[] = []
    let level = await boxesBetween(file, 0, fileSize)
    for (let depth = 0; depth < MAX_DEPTH; depth++) {
      for (const box of level.filter(({ type }) => type === 'stsd')) {
        found.push(...(await entriesOf(file, box, fileSize)))
      }
      level = await childrenOf(file, level, fileSize)
    }
    return found
  } finally {
    await file.close()
  }
}

async function childrenOf(file: FileHandle, level: Box[], fileSize: number): Promise<Box[]> {
  const children: Box[] = []
  for (const box of level.filter(({ type }) => CONTAINERS.has(type))) {
    const end = Math.min(box.offset + box.size, fileSize)
    children.push(...(await boxesBetween(file, box.offset + box.headerSize, end)))
  }
  return children
}

async function entriesOf(file: FileHandle, stsd: Box, fileSize: number): Promise<string[]> {
  const versionAndCountBytes = 8
  const start = stsd.offset + stsd.headerSize + versionAndCountBytes
  const end = Math.min(stsd.offset + stsd.size, fileSize)
  const entries = await boxesBetween(file, start, end)
  return entries.map(({ type }) => type)
}

async function boxesBetween(file: FileHandle, start: number, end: number): Promise<Box[]> {
  const boxes: Box[] = []
  let offset = start
  while (offset + 8 <= end && boxes.length < MAX_BOXES) {
    const box = await boxAt(file, offset, end)
    if (!box) break
    boxes.push(box)
    offset += box.size
  }
  return boxes
}

/** Null where no box can start. Size 0 means "to the end", size 1 "64 bits follow". */
async function boxAt(file: FileHandle, offset: number, end: number): Promise<Box | null> {
  const header = Buffer.alloc(16)
  await file.read(header, 0, 16, offset)
  const type = header.toString('latin1', 4, 8)
  if (!/^[\x20-\x7e\xa9]{4}$/.test(type)) return null

  const size32 = header.readUInt32BE(0)
  const headerSize = size32 === 1 ? 16 : 8
  const size = boxSize(size32, header, end - offset)
  return size < headerSize ? null : { type, offset, size, headerSize }
}

function boxSize(size32: number, header: Buffer, restBytes: number): number {
  if (size32 === 0) return restBytes
  return size32 === 1 ? Number(header.readBigUInt64BE(8)) : size32
}
