import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { storagePath } from '#config/mediakeep'

/** Names in a folder of the store, such as `incoming`; none where the folder is missing. */
export function storedFiles(folder: string): Promise<string[]> {
  return readdir(join(storagePath, folder)).catch(() => [])
}
