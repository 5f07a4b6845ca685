import { chmod, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { create } from 'tar'
import { CannotBackUp } from '#app/library/errors'
import { findManifest } from '#app/library/backup/manifest'
import { flush, OURS_ALONE } from '#app/library/backup/write_durably'

const OURS = /^(manifest\.json(\.part)?|files|tables-[\w-]+)$/

/** Whether the path names one file of everything, instead of a folder. */
export function isTar(path: string): boolean {
  return path.endsWith('.tar')
}

/**
 * Where a backup is made. In a folder it becomes one when its manifest is there; a file is made beside its place and
 * moved there. Until then what was there before stays as it is.
 */
export class BackupPlace {
  /** The folder that is filled. */
  readonly folder: string

  constructor(readonly path: string) {
    this.folder = isTar(path) ? `${path}.parts` : path
  }

  /** Makes the folder, empties it of what was interrupted, and answers where rows go, named below it. @throws CannotBackUp */
  async begin(now: Date): Promise<string> {
    if (/\.(t?gz|zip|zst)$/.test(this.path)) {
      throw new CannotBackUp(`${this.path}: give a folder, or a name that ends in .tar`)
    }
    if (isTar(this.path)) await rm(this.folder, { recursive: true, force: true })
    await mkdir(this.folder, { recursive: true, mode: OURS_ALONE.folder })
    await this.#requireOurs()
    await chmod(this.folder, OURS_ALONE.folder)
    await this.#removeTables((await findManifest(this.folder))?.tables[0]?.file)
    const rows = `tables-${now.toISOString().replace(/\D/g, '').slice(0, 14)}-${process.pid}`
    await mkdir(join(this.folder, rows), { mode: OURS_ALONE.folder })
    return rows
  }

  /** The manifest is written. @param rows where its rows are, as `begin` said */
  async end(rows: string): Promise<void> {
    await this.#removeTables(`${rows}/`)
    if (!isTar(this.path)) return
    const part = `${this.path}.part`
    await rm(part, { force: true })
    await (await open(part, 'w', OURS_ALONE.file)).close()
    await create({ file: part, cwd: this.folder, portable: true }, ['manifest.json', rows])
    await flush(part)
    await rename(part, this.path)
    await flush(dirname(this.path))
    await rm(this.folder, { recursive: true })
  }

  /** Of backups that were interrupted, or are replaced. @param kept a file in the folder that stays */
  async #removeTables(kept?: string) {
    for (const name of await readdir(this.folder)) {
      const isLeft = name.startsWith('tables-') && !kept?.startsWith(`${name}/`)
      if (isLeft) await rm(join(this.folder, name), { recursive: true })
    }
  }

  async #requireOurs() {
    const strange = (await readdir(this.folder)).find((name) => !OURS.test(name))
    if (strange === undefined) return
    throw new CannotBackUp(
      `${this.folder} holds other things (${strange}): name an empty folder, or one with a backup`
    )
  }
}
