import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import type { JobLease } from '#jobs/life/job_lease'

const UUID_LENGTH = 36
const PREVIEW_OVER_MS = 10 * 60_000

/**
 * Local folder for files in the making. Every attempt has a folder of its own in it, and the job and the
 * token in its name tell later whether it still has an owner.
 */
export class Scratch {
  constructor(readonly path: string) {}

  /** Makes the attempt's empty folder. @returns its path */
  async make(lease: JobLease): Promise<string> {
    const folder = join(this.path, `${lease.jobId}-${lease.token}`)
    await mkdir(this.path, { recursive: true })
    await mkdir(folder)
    return folder
  }

  async remove(folder: string) {
    await rm(folder, { recursive: true, force: true })
  }

  /** Removes the folders whose attempt no longer runs. @returns how many went */
  async clean(): Promise<number> {
    let removed = 0
    for (const folder of await this.ownerless()) {
      if (await this.removeOwnerless(folder)) removed += 1
    }
    return removed
  }

  /** Names of the folders whose attempt no longer runs. */
  async ownerless(): Promise<string[]> {
    const folders = await readdir(this.path).catch(() => [])
    const found: string[] = []
    for (const folder of folders) if (await this.isOwnerless(folder)) found.push(folder)
    return found
  }

  /** Whether a name is that of an attempt's folder, and the attempt no longer runs; or of a preview that is long over. */
  async isOwnerless(folder: string): Promise<boolean> {
    if (folder.startsWith('preview-')) return isOld(join(this.path, folder))
    return !(await hasOwner(folder))
  }

  /** The name of the folder here that a command line speaks of; null: of none. */
  folderIn(commandLine: string[]): string | null {
    for (const argument of commandLine) {
      const at = argument.indexOf(`${this.path}/`)
      if (at >= 0) return argument.slice(at + this.path.length + 1).split('/')[0]
    }
    return null
  }

  /** @returns whether there was such a folder and it went; false also where it has an owner */
  async removeOwnerless(folder: string): Promise<boolean> {
    const path = join(this.path, folder)
    if (!existsSync(path) || !(await this.isOwnerless(folder))) return false
    await this.remove(path)
    return true
  }
}

/** A preview is over in two minutes. */
async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && Date.now() - found.mtimeMs > PREVIEW_OVER_MS
}

/** Whatever is not named as ours is not ours to remove. */
async function hasOwner(folder: string): Promise<boolean> {
  const jobId = folder.slice(0, UUID_LENGTH)
  const token = Number(folder.slice(UUID_LENGTH + 1))
  if (!/^[0-9a-f-]{36}$/.test(jobId) || !Number.isInteger(token)) return true
  const owner = await db
    .from('jobs')
    .where({ id: jobId, status: 'running', lease_token: token })
    .first()
  return Boolean(owner)
}
