import { join } from 'node:path'
import pg from 'pg'
import { inject } from '@adonisjs/core'
import { recordAudit } from '#accounts/audit'
import type { Actor } from '#accounts/actor'
import { CannotBackUp } from '#app/library/errors'
import { BackupPlace, isTar } from '#app/library/backup/backup_place'
import { copyOut } from '#app/library/backup/copy_out'
import {
  migrationsOf,
  quoted,
  sequencesOf,
  tablesOf,
  type TableFacts,
} from '#app/library/backup/database_facts'
import KeepFiles, { type FilesKept } from '#app/library/backup/keep_files'
import { keyCheck } from '#app/library/backup/key_check'
import { SECRETS_IN_IT, writeManifest, type Manifest } from '#app/library/backup/manifest'
import { pruneFiles } from '#app/library/backup/prune_files'
import { SHOWN_FILES } from '#app/library/stored_files'
import type { OnProgress } from '#app/library/progress'

export interface BackupRequest {
  /** A folder, or a file whose name ends in `.tar`; absolute. */
  path: string
  /** Copies originals, renditions and watermarks too; only into a folder. */
  withFiles: boolean
  /** Removes the files that its list names no more, when the backup is whole; only with files. */
  isPruning: boolean
  databaseUrl: string
  appKey: string
  /** Of Mediakeep. */
  version: string
  by: Actor
  onProgress: OnProgress
}

export interface BackupMade {
  manifest: Omit<Manifest, 'format'>
  /** Null where files were not asked for. */
  files: FilesKept | null
  /** Files of deleted videos that were removed from it. */
  pruned: number
}

/**
 * Copies the whole database as it is in one moment, while everything goes on, and with it the list of the files that
 * its rows show.
 */
@inject()
export default class MakeBackup {
  constructor(private keepFiles: KeepFiles) {}

  /** @throws CannotBackUp, StorageUnreachable */
  async handle(request: BackupRequest): Promise<BackupMade> {
    if (request.withFiles && isTar(request.path)) {
      throw new CannotBackUp(`With files a backup is a folder: "${request.path}" is a file`)
    }
    if (request.isPruning && !request.withFiles) {
      throw new CannotBackUp('--prune is about the files of a backup: add --with-files')
    }
    const client = new pg.Client({ connectionString: request.databaseUrl, keepAlive: true })
    await client.connect()
    try {
      await refuseTwoAtOnce(client)
      return await this.#make(client, request)
    } catch (error) {
      throw explained(error, request.path)
    } finally {
      await client.end()
    }
  }

  async #make(client: pg.Client, request: BackupRequest): Promise<BackupMade> {
    const place = new BackupPlace(request.path)
    const madeAt = new Date()
    const rows = await place.begin(madeAt)
    const copied = await copyDatabase(client, { ...place, rows, onProgress: request.onProgress })
    const list = join(place.folder, copied.storedFiles.file)
    const { rows: total } = copied.storedFiles
    const files = request.withFiles
      ? await this.keepFiles.handle({ folder: place.folder, list, total, ...request })
      : null
    const manifest = {
      mediakeep: request.version,
      madeAt: madeAt.toISOString(),
      ...copied,
      storedFiles: { ...copied.storedFiles, areHere: request.withFiles },
      appKeyCheck: keyCheck(request.appKey),
      secrets: SECRETS_IN_IT,
    }
    await writeManifest(place.folder, manifest)
    await place.end(rows)
    const pruned = request.isPruning ? await pruneFiles(place.folder, list) : 0
    await tellAudit(request, { manifest, files, pruned })
    return { manifest, files, pruned }
  }
}

interface CopyRequest {
  folder: string
  /** Below the folder. */
  rows: string
  onProgress: OnProgress
}

/** In one snapshot; sequences, which know no snapshots, come last: none is behind its rows then. */
async function copyDatabase(client: pg.Client, { folder, rows, onProgress }: CopyRequest) {
  await client.query(`set timezone to 'UTC'; set datestyle to 'ISO, YMD'; set intervalstyle to 'postgres';
    set extra_float_digits to 1; set client_encoding to 'UTF8'; set statement_timeout to 0`)
  await client.query('begin isolation level repeatable read read only')
  const facts = await tablesOf(client)
  await standStill(client, facts)
  const tables = []
  for (const { name, columns } of facts) {
    onProgress({ what: name, done: tables.length, total: facts.length, unit: 'tables' })
    const file = `${rows}/${name}.copy.gz`
    const copied = await copyOut(client, quoted({ name, columns }), join(folder, file))
    tables.push({ name, columns, ...copied, file })
  }
  const file = `${rows}/stored-files.gz`
  const storedFiles = { ...(await copyOut(client, `(${SHOWN_FILES})`, join(folder, file))), file }
  const migrations = await migrationsOf(client)
  await client.query('commit')
  return { migrations, tables, sequences: await sequencesOf(client), storedFiles }
}

/** Migrations wait for us, work does not. @throws CannotBackUp where there is nothing to copy */
async function standStill(client: pg.Client, tables: TableFacts[]) {
  if (!tables.some(({ name }) => name === 'adonis_schema')) {
    throw new CannotBackUp('The database holds no Mediakeep: does DATABASE_URL name the right one?')
  }
  const names = tables.map(({ name }) => pg.escapeIdentifier(name)).join(', ')
  await client.query(`lock table ${names} in access share mode`)
}

const REASONS: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'there is no room left for this user',
  EACCES: 'this user may not write there',
  EROFS: 'nobody may write there',
  ENOTDIR: 'a file is in the way',
  EEXIST: 'a file is in the way',
}

/** What is wrong with the place, in words. */
function explained(error: unknown, path: string): unknown {
  const reason = REASONS[(error as NodeJS.ErrnoException).code ?? '']
  return reason ? new CannotBackUp(`No backup was made at ${path}: ${reason}`) : error
}

async function refuseTwoAtOnce(client: pg.Client) {
  const { rows } = await client.query(`select pg_try_advisory_lock(hashtext('backup')) as is_ours`)
  if (rows[0].is_ours) return
  throw new CannotBackUp('Another backup of this database is being made: wait until it has ended')
}

function tellAudit(
  { by, path }: BackupRequest,
  { manifest: { tables, storedFiles }, files, pruned }: BackupMade
) {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const details = { path, rows, storedFiles: storedFiles.rows, ...(files && { files, pruned }) }
  return recordAudit({ by, action: 'backup.made', subject: { type: 'library', id: null }, details })
}
