import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { BackupUnreadable } from '#app/library/errors'
import { flush, writeDurably } from '#app/library/backup/write_durably'

/** Raised where an older Mediakeep could not read what a newer one writes. */
const FORMAT = 1
const NAME = 'manifest.json'

/** The rows of one table, as Postgres copies them, gzipped. */
export interface TableCopy {
  name: string
  columns: string[]
  rows: number
  /** Of the rows before they were gzipped, as is `sha256`. */
  sizeBytes: number
  sha256: string
  /** Below the folder of the backup. */
  file: string
}

/** What a backup holds. It is written last: without it there is no backup. */
export interface Manifest {
  format: typeof FORMAT
  mediakeep: string
  madeAt: string
  /** Those that had run, in their order. */
  migrations: string[]
  /** In an order in which no row comes before one that it names. */
  tables: TableCopy[]
  /** Null: nothing was numbered yet. */
  sequences: { name: string; lastValue: number | null }[]
  storedFiles: StoredFilesCopy
  /** Tells whether an APP_KEY is that of the library, and not what it is. */
  appKeyCheck: string
  secrets: string
}

/** The list of the files that rows show: a line each of key, size in bytes and SHA-256, `\N` where nobody knows. */
export interface StoredFilesCopy extends Omit<TableCopy, 'name' | 'columns'> {
  /** Whether the files themselves are below `files/`. */
  areHere: boolean
}

export const SECRETS_IN_IT =
  'Hashes of passwords and of API tokens; secrets of webhooks, encrypted with APP_KEY, which is not in here: keep it apart'

/** Makes the backup in the folder a whole one, in one moment. */
export async function writeManifest(folder: string, manifest: Omit<Manifest, 'format'>) {
  const path = join(folder, NAME)
  await writeDurably(`${path}.part`, JSON.stringify({ format: FORMAT, ...manifest }, null, 2))
  await rename(`${path}.part`, path)
  await flush(folder) // before anything of the backup that it replaces is removed
}

/** @throws BackupUnreadable */
export async function readManifest(folder: string): Promise<Manifest> {
  const found = await findManifest(folder)
  if (found) return found
  throw new BackupUnreadable(
    `${folder} holds no whole backup (no ${NAME}): it was interrupted, or is something else`
  )
}

/** Null where there is none. @throws BackupUnreadable where there is something else */
export async function findManifest(folder: string): Promise<Manifest | null> {
  const text = await readFile(join(folder, NAME), 'utf8').catch(() => null)
  if (text === null) return null
  const manifest = parsed(text)
  if (manifest?.format === FORMAT) return manifest
  const said = manifest?.mediakeep ? ` by Mediakeep ${manifest.mediakeep}` : ''
  throw new BackupUnreadable(
    `${join(folder, NAME)} was not made by this version${said}: a newer Mediakeep reads it`
  )
}

function parsed(text: string): Manifest | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
