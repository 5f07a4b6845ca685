import pg from 'pg'
import { SILENT_AFTER_S } from '#jobs/worker_registry'
import { CannotRestore } from '#app/library/errors'
import { hasTable, migrationsOf, tablesOf, type Asks } from '#app/library/backup/database_facts'
import { keyCheck } from '#app/library/backup/key_check'
import type { Manifest } from '#app/library/backup/manifest'

export interface Wishes {
  /** What is in the database may go. */
  isReplacing: boolean
  /** The backup's secrets may be unreadable. */
  isOtherKey: boolean
  appKey: string
}

/** Looks whether a backup can be read by this version and with this key. @throws CannotRestore */
export function requireReadable(manifest: Manifest, known: string[], wishes: Wishes): void {
  const unknown = manifest.migrations.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new CannotRestore(
      `The backup was made by a newer Mediakeep (${manifest.mediakeep}): this one does not know ${unknown.join(', ')}`
    )
  }
  if (wishes.isOtherKey || manifest.appKeyCheck === keyCheck(wishes.appKey)) return
  throw new CannotRestore(
    'The backup was made with another APP_KEY, which its secrets of webhooks need: set APP_KEY to that one, ' +
      'or give --other-key and every webhook a new secret afterwards'
  )
}

/** Looks whether the database is nobody's, or whose may go. Keeps others from restoring at the same time. @throws CannotRestore */
export async function requireVacant(database: Asks, { isReplacing }: Wishes): Promise<void> {
  const { rows } = await database.query(
    `select pg_try_advisory_xact_lock(hashtext('restore')) and pg_try_advisory_xact_lock(1) as is_ours`
  )
  if (!rows[0].is_ours) {
    throw new CannotRestore('Another restore, or a migration, is at work in this database')
  }
  await requireNobodyAtWork(database, 'workers', 'Worker')
  await requireNobodyAtWork(database, 'schedulers', 'Scheduler')
  await requireAlone(database)
  await requireOurs(database)
  if (isReplacing || !(await hasTable(database, 'videos'))) return
  const { rows: videos } = await database.query('select from videos limit 1')
  if (videos.length === 0) return
  throw new CannotRestore(
    'The database holds videos already: name an empty one, or give --replace, and all that is in it is gone'
  )
}

async function requireNobodyAtWork(database: Asks, table: 'workers' | 'schedulers', word: string) {
  if (!(await hasTable(database, table))) return
  const { rows } = await database.query(
    `select host_name || ', pid ' || pid as at from ${table}
     where stopped_at is null and heartbeat_at > now() - interval '${SILENT_AFTER_S} seconds'`
  )
  if (rows.length === 0) return
  const at = rows.map((row) => row.at).join('; ')
  throw new CannotRestore(
    `${word}s are alive (${at}): stop everything that uses this database, wait ${SILENT_AFTER_S} seconds, try again`
  )
}

/** Whoever is connected as we are would go on with what is gone: web processes above all, of which no row tells. */
async function requireAlone(database: Asks) {
  const { rows } = await database.query(
    `select pid, coalesce(nullif(application_name, ''), 'a program') || ' from '
       || coalesce(host(client_addr), 'this machine') as who
     from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
       and backend_type = 'client backend' and usename = current_user`
  )
  if (rows.length === 0) return
  const who = [...new Set(rows.map((row) => row.who))].join(', ')
  throw new CannotRestore(
    `Others are connected to the database (${rows.length}: ${who}): stop web, workers, schedulers and whatever else uses it`
  )
}

async function requireOurs(database: Asks) {
  const tables = await tablesOf(database)
  if (tables.length === 0 || (await migrationsOf(database)).length > 0) return
  refuseStrangers(tables.map(({ name }) => name))
}

/** @throws CannotRestore */
export function refuseStrangers(names: string[]): never {
  const some = names.slice(0, 5).map(pg.escapeIdentifier).join(', ')
  throw new CannotRestore(
    `The database holds tables that are not Mediakeep's (${some}): restore into a database of its own`
  )
}
