import { mkdtemp, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { extract } from 'tar'
import { BackupUnreadable } from '#app/library/errors'
import { isTar } from '#app/library/backup/backup_place'
import { readManifest, type Manifest } from '#app/library/backup/manifest'

/** A backup that can be read. */
export interface OpenedBackup {
  folder: string
  manifest: Manifest
  close: () => Promise<void>
}

/** Opens a folder, or unpacks a file beside itself until it is closed. @throws BackupUnreadable */
export async function openBackup(path: string): Promise<OpenedBackup> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new BackupUnreadable(`"${path}": there is no such backup`)
  if (found.isDirectory()) {
    return { folder: path, manifest: await readManifest(path), close: async () => {} }
  }
  if (!isTar(path))
    throw new BackupUnreadable(`"${path}" is no folder, and its name ends not in .tar`)
  return openTar(path)
}

async function openTar(path: string): Promise<OpenedBackup> {
  const folder = await mkdtemp(join(dirname(path), `.${basename(path)}.`))
  const close = () => rm(folder, { recursive: true, force: true })
  try {
    await extract({ file: path, cwd: folder, strict: true })
    return { folder, manifest: await readManifest(folder), close }
  } catch (error) {
    await close()
    if (error instanceof BackupUnreadable) throw error
    throw new BackupUnreadable(`"${path}" cannot be unpacked: ${(error as Error).message}`)
  }
}
