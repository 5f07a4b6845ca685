import { setTimeout as pause } from 'node:timers/promises'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { isRunning } from '#embedded/machine/process_identity'
import { REPLACE_ME } from '#embedded/supervision/replace_me'
import { SupervisedProcess } from '#embedded/supervision/supervised_process'
import { waitUntil } from '#embedded/wait_until'

const PATIENCE = { timeoutMs: 10_000 }

test.group('SupervisedProcess', (group) => {
  let running: SupervisedProcess
  group.each.teardown(() => running.kill())
  group.each.timeout(20_000)

  async function supervise(folder: string, script: string, graceMs = 5_000) {
    const said: string[] = []
    const file = `${folder}/child.mjs`
    await writeFile(file, script)
    const spec = {
      ...{ name: 'child', script: file, args: [], execArgv: [], cwd: folder },
      ...{ env: process.env, logFile: `${folder}/child.log`, graceMs },
    }
    running = new SupervisedProcess(spec, { say: (line) => said.push(line), onChange: () => {} })
    running.start()
    const log = () => readFileSync(spec.logFile, 'utf8')
    return { said, log }
  }

  test('starts a process again that crashed, and says so', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const { said, log } = await supervise(fs.basePath, `console.log('here'); process.exit(3)`)

    const wasRestarted = await waitUntil(() => log().split('here').length > 2, PATIENCE)

    assert.isTrue(wasRestarted)
    assert.equal(said[0], 'child ended (exit 3); starting it again in 0.5 s')
  })

  test('puts a fresh one in the place of one that asks for it, at once and as no crash', async ({
    assert,
    fs,
  }) => {
    await fs.mkdir('.')
    const script = `console.log('here'); process.exit(${REPLACE_ME})`
    const { said, log } = await supervise(fs.basePath, script)

    const wasReplaced = await waitUntil(() => log().split('here').length > 2, PATIENCE)

    assert.isTrue(wasReplaced)
    assert.equal(said[0], 'child asked for a fresh one in its place')
    assert.equal(running.crashesInARow, 0)
  })

  test('does not start it again when it was told to stop', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const { said, log } = await supervise(
      fs.basePath,
      `console.log('here'); process.on('SIGTERM', () => process.exit(1)); setInterval(() => {}, 9e6)`
    )
    await waitUntil(() => log().includes('here'), PATIENCE)

    await running.stop()
    await pause(0)

    assert.deepEqual(said, [])
    assert.isNull(running.identity)
  })

  test('kills it with its children when it does not listen', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const { log } = await supervise(
      fs.basePath,
      `import { spawn } from 'node:child_process'
       process.on('SIGTERM', () => {})
       console.log(spawn('sleep', ['60']).pid, 'is here')
       setInterval(() => {}, 9e6)`,
      200
    )
    await waitUntil(() => log().includes('is here'), PATIENCE)
    const identity = running.identity!

    await running.stop()

    assert.isFalse(isRunning(identity))
    const isGone = () => !isAlive(Number.parseInt(log()))
    assert.isTrue(await waitUntil(isGone, PATIENCE))
  })
})

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
