import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import { ROOT, Started } from './up_checkout.js'

const OWN_TIME_MS = 300
const RUNS = 5
/** What the script itself needs of a system. */
const SYSTEM_PROGRAMS = ['sh', 'cmp', 'cp', 'ln', 'mkdir', 'readlink', 'rm', 'sleep', 'head']
/** Stands for the application: says how it was started. */
const REPORT = `console.log(JSON.stringify({ version: process.version, args: process.argv.slice(2),
  cwd: process.cwd(), node: process.execPath, root: process.env.TS_EXEC_PWD }))`

test.group('ace', (group) => {
  let home: string
  group.each.setup(async () => {
    home = await mkdtemp(join(tmpdir(), 'mediakeep ace '))
    return () => rm(home, { recursive: true, force: true })
  })
  group.each.timeout(60_000)

  test('installs the packages once, and then has nothing to say', async ({ assert }) => {
    const root = await project(home)

    const first = await ace(root)
    const second = await ace(root)

    assert.equal(first.code, 0, first.stderr)
    assert.equal(first.stderr.trim().split('\n').length, 1)
    assert.match(first.stderr, /npm ci/)
    assert.equal(second.stderr, '')
    assert.equal(await installations(root), 1)
  })

  test('installs again when the lock file has changed', async ({ assert }) => {
    const root = await project(home)
    await ace(root)

    await writeLock(root, '1.0.1')
    await ace(root)

    assert.equal(await installations(root), 2)
  })

  test('two at once install once', async ({ assert }) => {
    const root = await project(home)

    const both = await Promise.all([ace(root), ace(root)])

    assert.deepEqual(
      both.map(({ code }) => code),
      [0, 0]
    )
    assert.equal(await installations(root), 1)
    assert.isFalse(existsSync(join(root, 'var/install.lock')))
  })

  test('a lock whose owner has died holds nobody up', async ({ assert }) => {
    const root = await project(home)
    const died = new Started(process.execPath, ['--eval', ''], root)
    await died.ended
    await mkdir(join(root, 'var'))
    await symlink(String(died.process.pid), join(root, 'var/install.lock'))

    const { code } = await ace(root)

    assert.equal(code, 0)
    assert.equal(await installations(root), 1)
  })

  test('shows why npm failed and fails', async ({ assert }) => {
    const root = await project(home)
    await rm(join(root, 'package-lock.json'))

    const { code, stderr } = await ace(root)

    assert.equal(code, 1)
    assert.match(stderr, /npm ci failed/)
    assert.match(stderr, /package-lock/)
  })

  test('without Node it says what to install, in one line', async ({ assert }) => {
    const root = await project(home)

    const { code, stderr } = await ace(root, { PATH: await systemPath(home) })

    assert.equal(code, 1)
    assert.match(stderr, /^mediakeep: Node\.js is missing: install Node 20 or newer[^\n]*\n$/)
  })

  test('takes the Node of the packages when the one on PATH is too old', async ({ assert }) => {
    const root = await installed(home)
    const old = await script(home, 'old/node', 'echo v20.11.0')

    const { stdout } = await ace(root, { PATH: `${dirname(old)}:${process.env.PATH}` })

    assert.isAtLeast(Number.parseInt(JSON.parse(stdout).version.slice(1)), 24)
    assert.equal(JSON.parse(stdout).node, await realpath(join(ROOT, 'node_modules/node/bin/node')))
  })

  test('works from any folder, by a link, and leaves the folder and the arguments alone', async ({
    assert,
  }) => {
    const root = await installed(home)
    const link = join(home, 'a link')
    await symlink('my project/ace', link)
    const elsewhere = await mkdtemp(join(home, 'else where '))

    const started = new Started(link, ['process', 'my clip.mp4', '--x=a b'], elsewhere)
    await started.ended
    const report = JSON.parse(started.stdout)

    assert.deepEqual(report.args, ['process', 'my clip.mp4', '--x=a b'])
    assert.equal(report.cwd, await realpath(elsewhere))
    assert.equal(report.root, await realpath(root))
  })

  test('costs less than 0.3 s of its own', async ({ assert }) => {
    const root = await installed(home)
    const quick = await script(home, 'quick/node', '[ "$1" = --version ] && echo v24.21.0; exit 0')
    const PATH = `${dirname(quick)}:${process.env.PATH}`

    const times: number[] = []
    for (let run = 0; run < RUNS; run++) {
      const startedAt = performance.now()
      await ace(root, { PATH })
      times.push(performance.now() - startedAt)
    }

    assert.isBelow(Math.min(...times), OWN_TIME_MS)
  })
})

/** A checkout of its own with no dependencies, whose installations can be counted. */
async function project(home: string): Promise<string> {
  const root = join(home, 'my project')
  await mkdir(root)
  await copyFile(join(ROOT, 'ace'), join(root, 'ace'))
  await writeFile(join(root, 'ace.js'), REPORT)
  const scripts = { preinstall: 'echo once >> installations.txt' }
  const manifest = { name: 'project', version: '1.0.0', type: 'module', scripts }
  await writeFile(join(root, 'package.json'), JSON.stringify(manifest))
  await writeLock(root, '1.0.0')
  return root
}

/** The same with the packages of this checkout in place. */
async function installed(home: string): Promise<string> {
  const root = await project(home)
  await mkdir(join(root, 'node_modules/node/bin'), { recursive: true })
  const node = 'node_modules/node/bin/node'
  await symlink(join(ROOT, node), join(root, node))
  await copyFile(join(root, 'package-lock.json'), join(root, 'node_modules/.mediakeep-lock'))
  return root
}

async function writeLock(root: string, version: string): Promise<void> {
  const packages = { '': { name: 'project', version } }
  const lock = { name: 'project', version, lockfileVersion: 3, requires: true, packages }
  await writeFile(join(root, 'package-lock.json'), JSON.stringify(lock))
}

async function ace(root: string, env: NodeJS.ProcessEnv = {}) {
  const started = new Started(join(root, 'ace'), [], root, { ...bare(), ...env })
  await started.ended
  return { code: started.process.exitCode, stdout: started.stdout, stderr: started.stderr }
}

function bare(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: process.env.HOME }
}

async function installations(root: string): Promise<number> {
  const text = await readFile(join(root, 'installations.txt'), 'utf8')
  return text.trim().split('\n').length
}

/** A PATH on which there is no Node. */
async function systemPath(home: string): Promise<string> {
  const folder = join(home, 'system')
  await mkdir(folder)
  const find = promisify(execFile)
  for (const name of SYSTEM_PROGRAMS) {
    const { stdout } = await find('sh', ['-c', `command -v ${name}`])
    await symlink(stdout.trim(), join(folder, name))
  }
  return folder
}

async function script(home: string, name: string, body: string): Promise<string> {
  const path = join(home, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `#!/bin/sh\n${body}\n`)
  await chmod(path, 0o755)
  return path
}
