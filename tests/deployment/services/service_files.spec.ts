import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { findProgram } from '#embedded/machine/find_program'
import { runProgram } from '#embedded/machine/run_program'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { freePort } from '#tests/helpers/free_port'
import { until } from '#tests/helpers/until'

const FOLDER = app.makePath('docs/deployment')
const UNITS = join(FOLDER, 'systemd')

test.group('Units for systemd', () => {
  test('are understood by systemd and name what is there', async ({ fs, assert }) => {
    const program = findProgram('systemd-analyze')
    const units = await readdir(UNITS)
    if (!program) return assert.deepEqual(await unread(units), [])
    await mkdir(fs.basePath, { recursive: true })
    for (const name of units) {
      const text = await readFile(join(UNITS, name), 'utf8')
      const here = text.replaceAll('/opt/mediakeep', app.makePath())
      await writeFile(join(fs.basePath, name), here.replaceAll('/usr/bin/node', process.execPath))
    }
    await copyFile(
      join(fs.basePath, 'mediakeep-web@.service'),
      join(fs.basePath, 'mediakeep-web@1.service')
    )

    const files = (await readdir(fs.basePath)).map((name) => join(fs.basePath, name))
    const argv = [program, 'verify', '--man=no', ...files]
    const { exitCode, transcript } = await runProgram(argv, { cwd: fs.basePath, env: process.env })

    assert.equal(exitCode, 0, transcript)
    assert.notMatch(transcript, /Unknown|not executable|Failed/)
  })

  test('start again what fails, stop the main process alone, and wait for it', async ({
    assert,
  }) => {
    const services = (await readdir(UNITS)).filter((name) => name.endsWith('.service'))

    assert.lengthOf(services, 3)
    for (const name of services) {
      const text = await readFile(join(UNITS, name), 'utf8')
      const wanted = ['Restart=always', 'KillMode=mixed', 'TimeoutStopSec=', 'LimitNOFILE=']
      for (const line of [
        ...wanted,
        'EnvironmentFile=',
        'NoNewPrivileges=yes',
        'ProtectSystem=strict',
      ]) {
        assert.include(text, line, name)
      }
    }
  })
})

test.group('Procfile', (group) => {
  group.each.setup(() => cleanDatabase())

  test('each of its processes starts, works and stops when it is told to', async ({
    fs,
    assert,
  }) => {
    await mkdir(fs.basePath, { recursive: true })
    const { web, worker, scheduler } = await processes()
    const port = await freePort()
    const heartbeat = (name: string) => join(fs.basePath, name)
    const started = [
      await start(web, { PORT: String(port) }),
      await start(worker, { HEARTBEAT_FILE: heartbeat('worker') }),
      await start(scheduler, { HEARTBEAT_FILE: heartbeat('scheduler') }),
    ]

    const work = [() => isUp(port), () => hasRow('workers'), () => hasRow('schedulers')]
    const beat = ['worker', 'scheduler'].map((name) => () => isThere(heartbeat(name)))
    const worked = await Promise.allSettled([...work, ...beat].map((one) => until(one, 40_000)))
    const codes = await Promise.all(started.map((stop) => stop()))

    assert.deepEqual(
      worked.map(({ status }) => status),
      Array(5).fill('fulfilled')
    )
    assert.deepEqual(codes, [0, 0, 0])
  })

  test('its release makes the tables and the first things', async ({ assert }) => {
    const { release } = await processes()

    const stop = await start(release, {})
    const code = await stop(null)

    assert.equal(code, 0)
  })
})

/** What no `[Section]` or `Name=value` is, for machines without systemd. */
async function unread(units: string[]): Promise<string[]> {
  const texts = await Promise.all(units.map((name) => readFile(join(UNITS, name), 'utf8')))
  const lines = texts.flatMap((text) => text.split('\n'))
  return lines.filter((line) => line && !/^(#.*|\[[A-Z][a-z]+\]|[A-Z]\w+=.*)$/.test(line))
}

async function processes(): Promise<Record<string, string>> {
  const text = await readFile(join(FOLDER, 'Procfile'), 'utf8')
  const lines = text.trim().split('\n')
  return Object.fromEntries(lines.map((line) => /^(\w+): (.+)$/.exec(line)!.slice(1)))
}

/** As foreman and its likes do. @returns what ends it (null: waits until it ends by itself) and tells its exit code */
async function start(command: string, settings: Record<string, string>) {
  const env = { ...process.env, NODE_ENV: 'production', ...settings }
  const line = command.includes('&&') ? command : `exec ${command}`
  const child = spawn('sh', ['-c', line], { cwd: app.makePath(), env, stdio: 'ignore' })
  await once(child, 'spawn')
  const ended = once(child, 'exit')
  return async (signal: NodeJS.Signals | null = 'SIGTERM') => {
    if (signal) child.kill(signal)
    return (await ended)[0] as number | null
  }
}

async function hasRow(table: 'workers' | 'schedulers'): Promise<boolean> {
  return Boolean(await db.from(table).whereNull('stopped_at').first())
}

function isUp(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/health/live`).then(
    ({ ok }) => ok,
    () => false
  )
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false
  )
}
