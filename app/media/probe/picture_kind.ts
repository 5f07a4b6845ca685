import { open } from 'node:fs/promises'

/** The kinds of picture that may become a watermark. */
export const PICTURE_KINDS = ['png', 'jpeg', 'webp'] as const
export type PictureKind = (typeof PICTURE_KINDS)[number]

const HEAD_BYTES = 64
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const JPEG = Buffer.from([0xff, 0xd8, 0xff])

/** What a file is by its first bytes, whatever it is called; null for everything else. */
export async function pictureKind(path: string): Promise<PictureKind | null> {
  const head = await firstBytes(path)
  if (head.subarray(0, PNG.length).equals(PNG)) return 'png'
  if (head.subarray(0, JPEG.length).equals(JPEG)) return 'jpeg'
  const isWebp = latin(head, 0, 4) === 'RIFF' && latin(head, 8, 12) === 'WEBP'
  return isWebp ? 'webp' : null
}

function latin(bytes: Buffer, from: number, to: number): string {
  return bytes.subarray(from, to).toString('latin1')
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
