import { access, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BaseSchema } from '@adonisjs/lucid/schema'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

const FOLDER = 'database/migrations'
const IN_ORDER = new Intl.Collator('en', { numeric: true })

type Schema = new (
  client: TransactionClientContract,
  name: string,
  isDryRun: boolean
) => BaseSchema & { execUp(): Promise<unknown> }

/** The migrations of this version by the names that the database keeps of them, in their order. */
export async function ownMigrations(root: string): Promise<string[]> {
  const files = await readdir(join(root, FOLDER))
  const names = files.filter((name) => /(?<!\.d)\.[jt]s$/.test(name))
  return names.map((name) => `${FOLDER}/${name.slice(0, -3)}`).toSorted(IN_ORDER.compare)
}

/**
 * Runs migrations within a transaction of ours, which Lucid's runner cannot: it has one for each and can stop at none.
 * They are written down as the runner does it.
 *
 * @param names some of `ownMigrations`, in their order
 */
export async function runMigrations(
  names: string[],
  { root, trx }: { root: string; trx: TransactionClientContract }
): Promise<void> {
  const { rows } = await trx.rawQuery(
    'select coalesce(max(batch), 0) + 1 as batch from adonis_schema'
  )
  for (const name of names) {
    const Migration = await load(root, name)
    await new Migration(trx, name, false).execUp()
    await trx.table('adonis_schema').insert({ name, batch: rows[0].batch })
  }
}

/** As Lucid makes them before the first migration. */
export async function makeMigrationTables(trx: TransactionClientContract): Promise<void> {
  await trx.schema.createTable('adonis_schema', (table) => {
    table.increments().notNullable()
    table.string('name').notNullable()
    table.integer('batch').notNullable()
    table.timestamp('migration_time').defaultTo(trx.knexRawQuery('current_timestamp'))
  })
  await trx.schema.createTable('adonis_schema_versions', (table) => {
    table.integer('version').unsigned().primary()
  })
  await trx.table('adonis_schema_versions').insert({ version: 2 })
}

/** Sources, or what a build made of them. */
async function load(root: string, name: string): Promise<Schema> {
  const path = join(root, name)
  const ending = await access(`${path}.ts`).then(
    () => 'ts',
    () => 'js'
  )
  const { default: Migration } = await import(pathToFileURL(`${path}.${ending}`).href)
  return Migration
}
