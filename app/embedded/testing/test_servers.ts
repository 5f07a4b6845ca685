import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { CannotStart } from '#embedded/errors'
import type { InstancePaths } from '#embedded/instance_paths'
import { portFor } from '#embedded/machine/free_port'
import type { Program } from '#embedded/machine/package_managers'
import { FILLED } from '#embedded/named_settings'
import { startPrivateServers } from '#embedded/private_servers'
import type { Settings } from '#embedded/settings_file'
import { takeLock } from '#embedded/supervision/instance_lock'

export interface TestServersRequest {
  paths: InstancePaths
  /** What the operator said; of servers nothing is taken, only where programs are. */
  named: Settings
  programs: Program[]
  say: (line: string) => void
  signal: AbortSignal
}

const TEST_DATABASE = 'mediakeep_test'
/** Tests never touch a server that the operator named. */
const NOTHING_NAMED = { DATABASE_URL: '', REDIS_URL: '', APP_KEY: '' }
const LEFT_BY_EARLIER_RUNS = ['storage', 'scratch', 'clips']

/** Starts servers for the tests alone and answers the settings to run a suite with. */
export async function startTestServers(request: TestServersRequest): Promise<Settings> {
  const { paths } = request
  mkdirSync(paths.run, { recursive: true })
  const holder = takeLock(paths.lockFile)
  if (holder) throw new CannotStart(`Another ./ace test runs here (pid ${holder.pid}): wait for it`)

  for (const name of LEFT_BY_EARLIER_RUNS) {
    rmSync(join(paths.home, name), { recursive: true, force: true })
  }
  const named = { ...request.named, ...NOTHING_NAMED }
  const servers = await startPrivateServers({ ...request, named })
  const databaseUrl = new URL(servers.DATABASE_URL)
  databaseUrl.pathname = `/${TEST_DATABASE}`
  return { ...servers, DATABASE_URL: databaseUrl.href }
}

/** Gives a suite a database of its own, empty, and settings with a free port. */
export async function suiteEnvironment(
  paths: InstancePaths,
  servers: Settings
): Promise<NodeJS.ProcessEnv> {
  await recreateDatabase(servers.DATABASE_URL)
  const port = await portFor(null, '127.0.0.1')
  return {
    ...process.env,
    ...servers,
    [FILLED]: '',
    NODE_ENV: 'test',
    MEDIAKEEP_VAR: paths.home,
    HOST: '127.0.0.1',
    PORT: String(port),
    APP_URL: `http://127.0.0.1:${port}`,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'fatal',
    SESSION_DRIVER: 'memory',
  }
}

async function recreateDatabase(url: string): Promise<void> {
  const maintenance = new URL(url)
  maintenance.pathname = '/mediakeep'
  const client = new pg.Client({ connectionString: maintenance.href })
  await client.connect()
  try {
    await client.query(`DROP DATABASE IF EXISTS ${TEST_DATABASE} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${TEST_DATABASE}`)
  } finally {
    await client.end()
  }
}
