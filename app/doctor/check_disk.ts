import { constants } from 'node:fs'
import { access, mkdir, statfs } from 'node:fs/promises'
import prettyBytes from 'pretty-bytes'
import { ok, warning, wrong, type Diagnosis } from '#app/doctor/diagnosis'

export interface Places {
  storagePath: string
  scratchPath: string
  /** Below it workers take no work. */
  lowDiskBytes: number
  /** Whether the store is elsewhere, and its folder only holds what is being uploaded. */
  isStoreRemote: boolean
}

/** Warned of before workers stop. */
const CLOSE_FACTOR = 3

/** Whether scratch and store can be written, and have room. */
export async function checkDisk(places: Places) {
  const { storagePath, scratchPath, lowDiskBytes, isStoreRemote } = places
  const name = isStoreRemote ? 'incoming' : 'store'
  return Promise.all([
    checkPlace({ name, path: storagePath, setting: 'STORAGE_PATH' }, lowDiskBytes),
    checkPlace({ name: 'scratch', path: scratchPath, setting: 'SCRATCH_PATH' }, lowDiskBytes),
  ])
}

interface Place {
  name: string
  path: string
  setting: string
}

async function checkPlace({ name, path, setting }: Place, lowBytes: number): Promise<Diagnosis> {
  try {
    await mkdir(path, { recursive: true })
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
    const { bavail, bsize } = await statfs(path)
    return room({ name, path, setting }, bavail * bsize, lowBytes)
  } catch (error) {
    const remedy = `Give the user who runs Mediakeep the folder, or name another in ${setting}`
    return wrong(
      name,
      `${path} cannot be used: ${(error as Error).message}`,
      remedy,
      'folder-unusable'
    )
  }
}

function room({ name, path, setting }: Place, freeBytes: number, lowBytes: number): Diagnosis {
  const free = `${prettyBytes(freeBytes)} free in ${path}`
  const low = prettyBytes(lowBytes)
  const remedy = `Make room, or name a larger disk in ${setting}`
  if (freeBytes < lowBytes) {
    return wrong(name, `${free}: below LOW_DISK (${low}) workers take no work`, remedy, 'disk-low')
  }
  if (freeBytes < lowBytes * CLOSE_FACTOR) {
    return warning(name, `${free}: workers stop at LOW_DISK (${low})`, remedy, 'disk-low')
  }
  return ok(name, free)
}
