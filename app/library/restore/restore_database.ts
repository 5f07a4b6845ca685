import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import pg from 'pg'
import { recordAudit } from '#accounts/audit'
import type { Actor } from '#accounts/actor'
import { tablesOf, type Asks } from '#app/library/backup/database_facts'
import type { Manifest } from '#app/library/backup/manifest'
import { fillTables } from '#app/library/restore/fill_tables'
import { refuseStrangers, requireVacant, type Wishes } from '#app/library/restore/may_restore'
import {
  makeMigrationTables,
  ownMigrations,
  runMigrations,
} from '#app/library/restore/own_migrations'
import type { OnProgress } from '#app/library/progress'

export interface DatabaseRestore extends Wishes {
  /** Of the backup. */
  folder: string
  manifest: Manifest
  /** Of the program. */
  root: string
  by: Actor
  onProgress: OnProgress
}

/** Only looks. @throws CannotRestore */
export async function requireVacantDatabase(wishes: Wishes): Promise<void> {
  await db.transaction(async (trx) => requireVacant(await connectionOf(trx), wishes))
}

/**
 * Makes the database what it was, in one transaction: who looks sees all of it or what was there before. The tables
 * are made as they were then, filled, and brought up to this version by the migrations that came since.
 *
 * @returns tables of the backup that no migration makes; they are left out
 * @throws CannotRestore, BackupUnreadable
 */
export async function restoreDatabase(request: DatabaseRestore): Promise<string[]> {
  const { root, manifest, by } = request
  const known = await ownMigrations(root)
  const then = manifest.migrations
  const leftOut = await db.transaction(async (trx) => {
    const client = await connectionOf(trx)
    await client.query(
      'set local statement_timeout to 0; set local idle_in_transaction_session_timeout to 0'
    )
    await requireVacant(client, request)
    const former = await dropEverything(client)
    await makeMigrationTables(trx)
    await runMigrations(then, { root, trx })
    const without = await fillTables(client, request)
    const since = known.filter((name) => !then.includes(name))
    await runMigrations(since, { root, trx })
    await refuseWhatWasNotOurs(client, former)
    const { mediakeep, madeAt } = manifest
    const details = { madeAt, madeBy: mediakeep, migrationsSince: since.length }
    const subject = { type: 'library', id: null }
    await recordAudit({ by, action: 'backup.restored', subject, details }, trx)
    return without
  })
  await db.rawQuery('analyze')
  return leftOut
}

/** COPY wants the connection itself. */
async function connectionOf(trx: TransactionClientContract): Promise<pg.ClientBase> {
  return (
    trx.knexClient as { client: { acquireConnection(): Promise<pg.ClientBase> } }
  ).client.acquireConnection()
}

/** @returns the names of the tables that were there */
async function dropEverything(client: pg.ClientBase): Promise<string[]> {
  const names = (await tablesOf(client)).map(({ name }) => name)
  const tables = names.map((name) => pg.escapeIdentifier(name)).join(', ')
  if (tables) await client.query(`drop table ${tables} cascade`)
  const { rows } = await client.query<{ name: string }>(FUNCTIONS)
  for (const { name } of rows) await client.query(`drop routine if exists ${name} cascade`)
  return names
}

async function refuseWhatWasNotOurs(client: Asks, former: string[]) {
  const ours = (await tablesOf(client)).map(({ name }) => name)
  const strange = former.filter((name) => !ours.includes(name))
  if (strange.length > 0) refuseStrangers(strange)
}

const FUNCTIONS = `
  select oid::regprocedure::text as name from pg_proc
  where pronamespace = current_schema()::regnamespace
    and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e')`
