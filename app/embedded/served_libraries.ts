import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { buildFrontEnd } from '#embedded/front_end'
import { portFor } from '#embedded/machine/free_port'
import type { Program } from '#embedded/machine/package_managers'
import { mustRun } from '#embedded/machine/run_program'
import { prepareDatabase } from '#embedded/prepare_database'
import { stopPrivateServers } from '#embedded/private_servers'
import { releaseLock } from '#embedded/supervision/instance_lock'
import { end, startWeb, waitUntilServed } from '#embedded/served_web'
import { startTestServers } from '#embedded/testing/test_servers'
import type { InstancePaths } from '#embedded/instance_paths'
import type { Settings } from '#embedded/settings_file'

export interface LibrariesRequest {
  /** Of a home of its own: what people have is never touched. */
  paths: InstancePaths
  named: Settings
  /** One that is there from the last time is taken as it is. */
  libraries: WantedLibrary[]
  /** What has to be on the machine; ffmpeg unless told. */
  programs?: Program[]
  say: (line: string) => void
  signal: AbortSignal
}

export interface WantedLibrary {
  videos: number
  /** Of its web process, besides those of the servers. */
  settings?: Settings
}

/** A library of made-up videos with a web process before it, and an administrator of it. */
export interface ServedLibrary extends Administrator {
  url: string
  /** Of the web process. */
  pid: number
}

interface Administrator {
  email: string
  password: string
  /** To the API. */
  token: string
}

/** Makes and serves libraries for as long as they are used. @throws CannotStart */
export async function withLibraries<T>(
  request: LibrariesRequest,
  use: (libraries: ServedLibrary[]) => Promise<T>
): Promise<T> {
  const { paths, say, signal } = request
  const running: ChildProcess[] = []
  try {
    await buildFrontEnd(paths.root, say, signal)
    const servers = await startTestServers({ programs: ['ffmpeg'], ...request })
    const libraries = await Promise.all(
      request.libraries.map(async ({ videos, settings }) => {
        const env = { ...(await environmentOf(paths, servers, videos)), ...settings }
        const administrator = await fill(request, env, videos)
        const web = startWeb({ root: paths.root, logFolder: paths.log, env })
        running.push(web)
        await waitUntilServed(env, signal)
        return { url: env.APP_URL!, pid: web.pid!, ...administrator }
      })
    )
    return await use(libraries)
  } finally {
    await Promise.all(running.map(end))
    await stopPrivateServers(paths, { say })
    releaseLock(paths.lockFile)
  }
}

function databaseOf(videos: number): string {
  return `mediakeep_bench_${videos}`
}

async function environmentOf(paths: InstancePaths, servers: Settings, videos: number) {
  const port = await portFor(null, '127.0.0.1')
  const url = new URL(servers.DATABASE_URL)
  url.pathname = `/${databaseOf(videos)}`
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...servers,
    ...{ DATABASE_URL: url.href, NODE_ENV: 'production', LOG_LEVEL: 'error' },
    ...{ MEDIAKEEP_VAR: paths.home, HOST: '127.0.0.1', PORT: String(port) },
    APP_URL: `http://127.0.0.1:${port}`,
  }
  return env
}

/** Seeds the database where it is not there yet. @returns a new administrator */
async function fill(
  { paths, say, signal }: LibrariesRequest,
  env: NodeJS.ProcessEnv,
  videos: number
) {
  const isThere = await isWhole(env.DATABASE_URL!, videos)
  if (!isThere) await recreate(env.DATABASE_URL!)
  const context = { root: paths.root, env, signal }
  await prepareDatabase(context)
  const run = (args: string[]) =>
    mustRun(`ace ${args[0]}`, [process.execPath, join(paths.root, 'ace.js'), ...args], {
      ...{ cwd: paths.root, env, signal },
    })
  if (!isThere) {
    say(`Making a library of ${videos.toLocaleString('en')} videos`)
    await run(['bench:seed', `--videos=${videos}`, `--database=${databaseOf(videos)}`])
  }
  const email = `bench-${Date.now()}@example.org`
  const { output } = await run(['user:create', `--email=${email}`, '--role=admin', '--json'])
  const made = await run(['token', `--email=${email}`, '--name=bench', '--json'])
  const { password } = JSON.parse(output).user
  return { email, password, token: JSON.parse(made.output).token.value } as Administrator
}

async function isWhole(url: string, videos: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const { rows } = await client.query('select count(*)::int as n from videos')
    return rows[0].n === videos
  } catch {
    return false // there is no such database, or it is one of another version
  } finally {
    await client.end()
  }
}

async function recreate(url: string): Promise<void> {
  const maintenance = new URL(url)
  const name = maintenance.pathname.slice(1)
  maintenance.pathname = '/mediakeep'
  const client = new pg.Client({ connectionString: maintenance.href })
  await client.connect()
  try {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${name}`)
  } finally {
    await client.end()
  }
}
