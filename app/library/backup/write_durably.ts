import { open, type FileHandle } from 'node:fs/promises'

/** Readable by whoever makes the backup, and by nobody else: it holds secrets. */
export const OURS_ALONE = { file: 0o600, folder: 0o700 }

/** Writes a whole file so that it outlives a power cut. */
export async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', OURS_ALONE.file)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes what was written to a file, or the names in a folder, outlive a power cut. */
export async function flush(path: string): Promise<void> {
  const file: FileHandle = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
