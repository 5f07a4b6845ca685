import { join } from 'node:path'
import { inject } from '@adonisjs/core'
import type { Actor } from '#accounts/actor'
import type { Manifest } from '#app/library/backup/manifest'
import type { OnProgress } from '#app/library/progress'
import { openBackup, type OpenedBackup } from '#app/library/restore/opened_backup'
import { requireReadable, type Wishes } from '#app/library/restore/may_restore'
import { ownMigrations } from '#app/library/restore/own_migrations'
import PutBackFiles, { type FilesThere } from '#app/library/restore/put_back_files'
import { requireVacantDatabase, restoreDatabase } from '#app/library/restore/restore_database'

export interface RestoreRequest extends Wishes {
  /** Of the backup; absolute. */
  path: string
  /** Of the program. */
  root: string
  by: Actor
  onProgress: OnProgress
}

export interface BackupRestored {
  manifest: Manifest
  files: FilesThere
  /** Tables of the backup that are not Mediakeep's. */
  leftOut: string[]
}

/**
 * Puts a backup back: first its files, which no row shows yet, then the database in one transaction. So it may be
 * interrupted at every moment and begun anew.
 */
@inject()
export default class RestoreBackup {
  constructor(private putBack: PutBackFiles) {}

  /** @throws CannotRestore, BackupUnreadable, StorageUnreachable */
  async handle(request: RestoreRequest): Promise<BackupRestored> {
    const backup = await openBackup(request.path)
    try {
      return await this.#restore(backup, request)
    } finally {
      await backup.close()
    }
  }

  async #restore({ folder, manifest }: OpenedBackup, request: RestoreRequest) {
    requireReadable(manifest, await ownMigrations(request.root), request)
    await requireVacantDatabase(request)
    const { areHere, file, rows } = manifest.storedFiles
    const from = areHere ? join(folder, 'files') : null
    const list = join(folder, file)
    const files = await this.putBack.handle({ list, from, total: rows, ...request })
    const leftOut = await restoreDatabase({ ...request, folder, manifest })
    return { manifest, files, leftOut }
  }
}
