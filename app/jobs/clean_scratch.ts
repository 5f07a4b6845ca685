import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'

const UUID_LENGTH = 36

/** Removes scratch folders whose attempt no longer runs. @returns how many went */
export async function cleanScratch(scratchPath: string): Promise<number> {
  const folders = await readdir(scratchPath).catch(() => [])
  let removed = 0
  for (const folder of folders) {
    if (await hasOwner(folder)) continue
    await rm(join(scratchPath, folder), { recursive: true, force: true })
    removed += 1
  }
  return removed
}

/** A folder is named `<job>-<token>`; whatever is named otherwise is not ours to remove. */
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
