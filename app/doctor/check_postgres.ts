import db from '@adonisjs/lucid/services/db'
import { compareClocks } from '#app/doctor/clocks'
import { explainDatabase } from '#app/doctor/explain_database'
import { findMigrations } from '#app/doctor/pending_migrations'
import { ok, warning, wrong, type Diagnosis } from '#app/doctor/diagnosis'

const OLDEST_VERSION = 14
const FEW_CONNECTIONS = 10

/** @returns one finding where it does not answer: then nothing that stands in it can be looked at */
export async function checkPostgres(): Promise<{ answers: boolean; found: Diagnosis[] }> {
  try {
    await db.rawQuery('select 1') // connected before the clock is read
    const beforeMs = Date.now()
    const { rows } = await db.rawQuery(STATE)
    const [state] = rows as [State]
    const at = { beforeMs, serverMs: state.now_ms, afterMs: Date.now() }
    const migrations = await checkMigrations()
    const clock = compareClocks('clock', 'Postgres', at)
    const found = [version(state), migrations, connections(state), durability(state), clock]
    return { answers: migrations.level !== 'error', found }
  } catch (error) {
    return { answers: false, found: [away(error)] }
  }
}

/** Parted where the remedy begins. */
function away(error: unknown): Diagnosis {
  const words = explainDatabase(error) ?? (error as Error).message
  const [sentence, remedy] = words.split(/: (?=[^:]*$)/)
  const asked = remedy ?? 'check DATABASE_URL; ./ace up starts a Postgres'
  return wrong('postgres', sentence, `${asked[0].toUpperCase()}${asked.slice(1)}`, 'postgres-away')
}

interface State {
  version: string
  major: number
  now_ms: number
  used: number
  most: number
  fsync: string
  synchronous_commit: string
  full_page_writes: string
}

const STATE = `
  select current_setting('server_version') as version,
    current_setting('server_version_num')::int / 10000 as major,
    (extract(epoch from clock_timestamp()) * 1000)::float8 as now_ms,
    (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as used,
    current_setting('max_connections')::int
      - current_setting('superuser_reserved_connections')::int as most,
    current_setting('fsync') as fsync,
    current_setting('synchronous_commit') as synchronous_commit,
    current_setting('full_page_writes') as full_page_writes`

function version({ version: found, major }: State): Diagnosis {
  if (major >= OLDEST_VERSION) return ok('postgres', `Postgres ${found}`)
  const sentence = `Postgres ${found} is older than ${OLDEST_VERSION}`
  return wrong('postgres', sentence, 'Install a newer Postgres', 'postgres-old')
}

async function checkMigrations(): Promise<Diagnosis> {
  const { total, pending } = await findMigrations()
  if (pending.length === 0) return ok('postgres', `All ${total} migrations have run`)
  const sentence = `Migrations wait: ${pending.join(', ')}`
  return wrong('postgres', sentence, 'Run ./ace migration:run --force', 'migrations-wait')
}

function connections({ used, most }: State): Diagnosis {
  const sentence = `${used} of ${most} connections are in use`
  if (most - used >= FEW_CONNECTIONS) return ok('postgres', sentence)
  return warning(
    'postgres',
    sentence,
    'Raise max_connections: each process may open ten',
    'postgres-full'
  )
}

/** What was accepted must survive the loss of power. */
function durability(state: State): Diagnosis {
  const unsafe = (['fsync', 'full_page_writes', 'synchronous_commit'] as const).filter(
    (name) => state[name] === 'off'
  )
  if (unsafe.length === 0) return ok('postgres', 'What is committed is on disk')
  const sentence = `${unsafe.join(' and ')} off: a loss of power may lose accepted jobs`
  return warning(
    'postgres',
    sentence,
    `Set ${unsafe.join(' and ')} on in postgresql.conf`,
    'postgres-unsafe'
  )
}
