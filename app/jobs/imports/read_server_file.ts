import { lstat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { inject } from '@adonisjs/core'
import { ServerFileMissing } from '#jobs/imports/errors'
import { appendToPart } from '#jobs/imports/part_file'
import { noteImport } from '#jobs/imports/import_lease'
import { IntakeLimits } from '#videos/intake_limits'
import { VideoTooLarge } from '#videos/errors'
import { identityOf } from '#videos/watched/folder_files'
import { ImportRoots } from '#videos/watched/import_roots'
import { openUnchanged } from '#videos/watched/open_unchanged'
import type Import from '#jobs/imports/import'
import type { FetchedFile } from '#jobs/imports/fetch_address'
import type { ImportWatch } from '#jobs/imports/import_watch'

/** Copies a file of this server, which stays where it is. */
@inject()
export default class ReadServerFile {
  constructor(
    private roots: ImportRoots,
    private limits: IntakeLimits
  ) {}

  /** @throws FolderNotAllowed, FolderNotReadable, ServerFileMissing, FileStillGrows, VideoTooLarge */
  async handle(row: Import, path: string, watch: ImportWatch): Promise<FetchedFile> {
    const { maxSizeBytes } = this.limits
    const name = basename(row.address)
    const folder = await this.roots.open(dirname(row.address))
    const real = join(folder, name)
    const found = await lstat(real, { bigint: true }).catch((error) => missing(row.address, error))
    if (!found.isFile()) throw new ServerFileMissing(row.address, 'it is no file')
    const sizeBytes = Number(found.size)
    if (sizeBytes > maxSizeBytes) throw new VideoTooLarge(name, maxSizeBytes)
    Object.assign(watch.at, { totalBytes: sizeBytes, receivedBytes: 0 })
    await noteImport(row, { original_name: name, part_path: path })

    const identity = { name, ...identityOf(found) }
    const { handle, mustBeUnchanged } = await openUnchanged(real, identity)
    try {
      const content = handle.createReadStream({ autoClose: false, signal: watch.signal })
      const onBytes = (receivedBytes: number) => void (watch.at.receivedBytes = receivedBytes)
      const file = await appendToPart(content, { path, name, fromByte: 0, maxSizeBytes, onBytes })
      await mustBeUnchanged()
      return { ...file, originalName: name }
    } finally {
      await handle.close()
    }
  }
}

function missing(path: string, { code, message }: NodeJS.ErrnoException): never {
  throw new ServerFileMissing(path, code === 'ENOENT' ? 'it does not exist' : message)
}
