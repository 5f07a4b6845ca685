import { realpath } from 'node:fs/promises'
import { folderFaults, type FolderFault } from '#videos/watched/seen_files'
import type Schedule from '#scheduling/schedule'

const MOST_SHOWN = 50

/** Files of a schedule's watched folder that were not taken; none of other schedules. */
export async function watchedFaults({ action, parameters }: Schedule): Promise<FolderFault[]> {
  if (action !== 'import_folder') return []
  const path = String(parameters.path)
  return folderFaults(await realpath(path).catch(() => path), MOST_SHOWN)
}
