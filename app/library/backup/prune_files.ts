import { mkdir, opendir, rm, rmdir } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { OURS_ALONE } from '#app/library/backup/write_durably'
import { listedFiles } from '#app/library/stored_files'
import { KnownKeys } from '#storage/known_keys'

/**
 * Removes the files of a backup that are not on its list any more: of videos that were deleted since, or half a copy.
 *
 * @param list path of the list
 * @returns how many
 */
export async function pruneFiles(folder: string, list: string): Promise<number> {
  const files = join(folder, 'files')
  await mkdir(files, { recursive: true, mode: OURS_ALONE.folder }) // a library without a file has none
  const listed = new KnownKeys()
  for await (const { key } of listedFiles(list)) listed.add(key)
  let removed = 0
  for await (const entry of await opendir(files, { recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || listed.has(relative(files, path).split(sep).join('/'))) continue
    await rm(path)
    removed += 1
    await rmdir(dirname(path)).catch(() => undefined) // others lie there
  }
  return removed
}
