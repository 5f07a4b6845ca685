import { readdir } from 'node:fs/promises'
import { parse } from 'node:path'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'

const NO_SUCH_TABLE = '42P01'

export interface Migrations {
  /** All that this program has. */
  total: number
  /** Those that have not run, in their order. */
  pending: string[]
}

/** What this program expects of the database. One that is further on has none pending: a newer program came first. */
export async function findMigrations(): Promise<Migrations> {
  const [names, run] = await Promise.all([migrationNames(), migrationsRun()])
  const pending = names
    .filter((name) => !run.has(name))
    .sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10))
  return { total: names.length, pending }
}

async function migrationNames(): Promise<string[]> {
  const files = await readdir(app.migrationsPath())
  return files.filter((name) => /^\d+_\w+\.(ts|js)$/.test(name)).map((one) => parse(one).name)
}

async function migrationsRun(): Promise<Set<string>> {
  try {
    const rows = await db.from('adonis_schema').select('name')
    return new Set(rows.map((row: { name: string }) => parse(row.name).base))
  } catch (error) {
    if ((error as { code?: string }).code === NO_SUCH_TABLE) return new Set()
    throw error
  }
}
