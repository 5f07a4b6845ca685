import db from '@adonisjs/lucid/services/db'
import { WrongUsage } from '#app/terminal/errors'
import { requireEmptyDatabase } from '#app/terminal/bench/bench_world'
import { SEED_PEOPLE, SEED_STEPS } from '#app/terminal/bench/library/seed_statements'

export interface SeedRequest {
  videos: number
  /** Name of the database that is meant, so that nobody fills another one by accident. */
  database: string
  onProgress: (videos: number) => void
}

/** Videos of one statement: a few seconds, so that progress can be told. */
const AT_ONCE = 50_000

/**
 * Fills an empty database with a plausible library: three years of videos, their jobs, attempts, renditions, tags and
 * audit, the same for the same number. Nothing has bytes.
 *
 * @throws WrongUsage where the settings name another database, or it holds anything
 */
export async function seedLibrary({ videos, database, onProgress }: SeedRequest): Promise<void> {
  await requireDatabase(database)
  await requireEmptyDatabase()
  await db.rawQuery(SEED_PEOPLE)
  for (let from = 1; from <= videos; from += AT_ONCE) {
    const to = Math.min(from + AT_ONCE - 1, videos)
    await db.transaction(async (trx) => {
      for (const statement of SEED_STEPS) await trx.rawQuery(statement, { from, to, total: videos })
      await trx.rawQuery('delete from event_outbox') // nothing of it ever happened
    })
    onProgress(to)
  }
  await db.rawQuery('select fold_tallies()')
  await db.rawQuery('vacuum analyze')
}

async function requireDatabase(named: string): Promise<void> {
  const { rows } = await db.rawQuery('select current_database() as name')
  if (rows[0].name === named) return
  throw new WrongUsage(
    `the settings name the database "${rows[0].name}": say --database ${rows[0].name} if you mean to fill it`
  )
}
