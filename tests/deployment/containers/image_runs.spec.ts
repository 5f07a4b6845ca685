import { spawn, type ChildProcess } from 'node:child_process'
import { openAsBlob } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { mustRun } from '#embedded/machine/run_program'
import { landscapeClip } from '#tests/fixtures/clips'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { tokenOf } from '#tests/helpers/people'
import { until } from '#tests/helpers/until'
import { freePort } from '#tests/helpers/free_port'
import { endProcess } from '#tests/helpers/worker_process'
import { composed } from './composed.js'
import { environmentOf, instructions } from './dockerfile.js'
import { followDockerfile } from './image.js'

/** Who has nothing on this machine. */
const NOBODY = 65534

test.group('What the Dockerfile makes', (group) => {
  let folder: string
  const running: ChildProcess[] = []

  group.setup(async () => {
    await cleanDatabase()
    folder = await mkdtemp(join(tmpdir(), 'mk-image-'))
    await chmod(folder, 0o755)
    return async () => {
      await Promise.all(running.map((one) => endProcess(one, 'SIGTERM')))
      await rm(folder, { recursive: true, force: true })
    }
  })

  test('processes a video as nobody, told what docker-compose.yml tells', async ({
    assert,
    fs,
  }) => {
    const cwd = await followDockerfile(folder)
    const data = join(fs.basePath, 'data')
    await mkdir(data, { recursive: true })
    if (process.getuid!() === 0) await chown(data, NOBODY, NOBODY)
    const port = await freePort()
    const env = async (name: string) => ({
      ...environmentOf(await instructions()),
      ...(await serviceOf(name)).environment,
      ...{ DATABASE_URL: process.env.DATABASE_URL!, REDIS_URL: process.env.REDIS_URL! },
      ...{ MEDIAKEEP_VAR: data, STORAGE_PATH: `${data}/storage`, SCRATCH_PATH: `${data}/scratch` },
      ...{ HEARTBEAT_FILE: join(data, name), PORT: String(port), PATH: process.env.PATH! },
      ...{ METRICS_PORT: String(await freePort()), LOW_DISK: '0', S3_ENDPOINT: '' },
    })
    const start = async (name: string) => {
      const [program, ...args] = [...asNobody(), ...(await commandOf(name))]
      running.push(spawn(program, args, { cwd, env: await env(name), stdio: 'ignore' }))
    }

    const [sh, ...said] = await commandOf('setup')
    const setup = [...asNobody(), sh, said[0], said.slice(1).join(' ')]
    await mustRun('setup', setup, { cwd, env: await env('setup') })
    for (const name of ['web', 'worker', 'scheduler']) await start(name)
    await until(() => isReady(port), 90_000)
    for (const name of ['worker', 'scheduler']) await until(() => isThere(join(data, name)), 60_000)
    await upload(await landscapeClip(fs.basePath), `http://127.0.0.1:${port}/api/v1/videos`)
    await until(
      async () => Boolean(await db.from('jobs').where('status', 'completed').first()),
      60_000
    )

    const ends = await Promise.all(running.map((one) => endProcess(one, 'SIGTERM')))
    assert.deepEqual(ends, [0, 0, 0])
    await assert.rejects(() => stat(join(cwd, 'node_modules/eslint')))
  }).timeout(400_000)
})

async function serviceOf(name: string) {
  return (await composed()).find((service) => service.name === name)!
}

/** What docker-compose.yml says, else the Dockerfile. */
async function commandOf(name: string): Promise<string[]> {
  const said = (await serviceOf(name)).says.get('command')
  if (said) return words(said)
  return JSON.parse((await instructions()).find(({ word }) => word === 'CMD')!.text)
}

/** The items of a list; a long one goes on in the next line. */
function words(list: string): string[] {
  const items = list.split(/^\s*- /m).map((item) => item.trim().replace(/\s*\n\s*/g, ' '))
  return items.filter((item) => item !== '')
}

/** Where tests are not root they are nobody in particular. */
function asNobody(): string[] {
  if (process.getuid!() !== 0) return []
  return ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--']
}

function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/health/ready`).then(
    (answer) => answer.ok,
    () => false
  )
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(Boolean, () => false)
}

async function upload(path: string, address: string) {
  const form = new FormData()
  form.set('video', await openAsBlob(path), basename(path))
  form.set('preset', 'mobile')
  const headers = { authorization: `Bearer ${await tokenOf('operator')}` }
  const answer = await fetch(address, { method: 'POST', headers, body: form })
  if (answer.status !== 201) throw new Error(await answer.text())
}
