import { copyFile, open, truncate } from 'node:fs/promises'

const FREE = 'free'

/** The clip with so many bytes of nothing behind it, as the container allows: a large file that costs no time to make. */
export async function padClip(clip: string, path: string, paddingBytes: number): Promise<number> {
  await copyFile(clip, path)
  const file = await open(path, 'a')
  try {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(paddingBytes)
    head.write(FREE, 4)
    await file.write(head)
    const { size } = await file.stat()
    const sizeBytes = size - head.length + paddingBytes
    await truncate(path, sizeBytes)
    return sizeBytes
  } finally {
    await file.close()
  }
}
