import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { BackupUnreadable } from '#app/library/errors'
import { quoted, sequencesOf, tablesOf } from '#app/library/backup/database_facts'
import { hashing } from '#app/library/backup/hashing'
import type { Manifest, TableCopy } from '#app/library/backup/manifest'
import type { OnProgress } from '#app/library/progress'

/**
 * Copies the rows of a backup into the tables that migrations made, and takes up their numbering. No trigger of ours
 * fires: events, tallies and notices are rows of the backup already.
 *
 * @returns tables of the backup that no migration makes
 * @throws BackupUnreadable where a byte is not as it was written
 */
export async function fillTables(
  client: pg.ClientBase,
  { folder, manifest, onProgress }: { folder: string; manifest: Manifest; onProgress: OnProgress }
): Promise<string[]> {
  const ours = new Set((await tablesOf(client)).map(({ name }) => name))
  const names = [...ours].map(pg.escapeIdentifier)
  for (const name of names) await client.query(`alter table ${name} disable trigger user`)
  await client.query(`truncate ${names.join(', ')}`)
  const tables = manifest.tables.filter(({ name }) => ours.has(name))
  for (const [done, table] of tables.entries()) {
    onProgress({ what: table.name, done, total: tables.length, unit: 'tables' })
    await copyIn(client, folder, table)
  }
  await takeUpNumbers(client, manifest.sequences)
  for (const name of names) await client.query(`alter table ${name} enable trigger user`)
  return manifest.tables.map(({ name }) => name).filter((name) => !ours.has(name))
}

async function takeUpNumbers(client: pg.ClientBase, sequences: Manifest['sequences']) {
  const ours = new Set((await sequencesOf(client)).map(({ name }) => name))
  for (const { name, lastValue } of sequences.filter((one) => ours.has(one.name))) {
    const called = [pg.escapeIdentifier(name), lastValue ?? 1, lastValue !== null]
    await client.query('select setval($1::regclass, $2, $3)', called)
  }
}

async function copyIn(client: pg.ClientBase, folder: string, table: TableCopy) {
  const path = join(folder, table.file)
  const { through, seen } = hashing()
  const rows = client.query(copyFrom(`copy ${quoted(table)} from stdin`))
  await pipeline(createReadStream(path), createGunzip(), through, rows).catch((error) => {
    const isOurs = error.code?.startsWith('Z_') || error.code === 'ENOENT'
    throw isOurs ? damaged(path, error.message) : error
  })
  if (seen().sha256 !== table.sha256) throw damaged(path, 'its SHA-256 is another')
  if (rows.rowCount !== table.rows) throw damaged(path, `it holds ${rows.rowCount} rows`)
}

function damaged(path: string, how: string) {
  return new BackupUnreadable(`${path} is not as it was written (${how}): use another backup`)
}
