import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Bytes of the files in a folder and below it; those that vanish meanwhile, or are named, do not count. */
export async function folderSize(folder: string, without: readonly string[] = []): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile() && !without.includes(entry.name))
  const sizes = await Promise.all(
    files.map(({ parentPath, name }) => stat(join(parentPath, name)).catch(() => null))
  )
  return sizes.reduce((sum, found) => sum + (found?.size ?? 0), 0)
}
