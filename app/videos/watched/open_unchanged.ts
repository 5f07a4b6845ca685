import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { FileStillGrows } from '#videos/watched/errors'
import { identityOf, isSameFile, type FolderFile } from '#videos/watched/folder_files'

/** A file that was looked at, held open: whatever happens to its name, these are its bytes. */
export interface OpenFile {
  handle: FileHandle
  /** @throws FileStillGrows where it was written to since it was looked at */
  mustBeUnchanged(): Promise<void>
}

/** Follows no link. @throws FileStillGrows where another file has the name by now */
export async function openUnchanged(path: string, seen: FolderFile): Promise<OpenFile> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  const mustBeUnchanged = async () => {
    const now = await handle.stat({ bigint: true })
    if (!now.isFile() || !isSameFile(identityOf(now), seen)) throw new FileStillGrows(seen.name)
  }
  try {
    await mustBeUnchanged()
  } catch (error) {
    await handle.close()
    throw error
  }
  return { handle, mustBeUnchanged }
}
