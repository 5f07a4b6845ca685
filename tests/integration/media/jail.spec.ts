import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { runFfmpeg } from '#media/run/ffmpeg'
import { isJailed, jailSentence } from '#media/run/jail'
import { runBounded } from '#media/run/run_bounded'
import { silentClip } from '#tests/fixtures/clips'
import { BINARIES, ENCODE_LIMITS } from '#tests/integration/media/pictures'

const { ffmpeg } = BINARIES
const QUIET = ['-nostdin', '-v', 'error']
const NOWHERE = ['-f', 'null', '-']
const run = (args: string[]) => runBounded(ffmpeg, [...QUIET, ...args], { timeoutMs: 20_000 })

/** Says what an allowed reach outside came to. */
async function reachNetwork(): Promise<'reached' | 'not reached'> {
  let isReached = false
  const server = createServer((_request, response) => {
    isReached = true
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await run(['-i', `http://127.0.0.1:${port}/canary.mp4`, ...NOWHERE])
  server.close()
  return isReached ? 'reached' : 'not reached'
}

/** A script that ffmpeg is told to follow to a file that nobody named. */
async function followScript(folder: string): Promise<number | null> {
  const own = join(folder, 'own')
  const foreign = join(folder, 'foreign')
  await Promise.all([mkdir(own), mkdir(foreign)])
  const victim = await silentClip(foreign)
  const script = join(own, 'script.ffconcat')
  await writeFile(script, `ffconcat version 1.0\nfile '${victim}'\n`)
  const { exitCode } = await run(['-f', 'concat', '-safe', '0', '-i', `file:${script}`, ...NOWHERE])
  return exitCode
}

test.group('The jail', () => {
  test('no network is in reach, where there is a jail', async ({ assert }) => {
    const jailed = isJailed(ffmpeg)

    assert.equal(await reachNetwork(), jailed ? 'not reached' : 'reached')
    assert.match(jailSentence(ffmpeg), jailed ? /in a jail/ : /without a jail/)
  })

  test('no file is in reach that the command does not name', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const exitCode = await followScript(fs.basePath)

    if (isJailed(ffmpeg)) assert.notEqual(exitCode, 0)
    else assert.equal(exitCode, 0)
  })

  test('MEDIA_JAIL=off runs without, and says so', async ({ assert, cleanup }) => {
    const before = process.env.MEDIA_JAIL
    cleanup(() => {
      if (before === undefined) delete process.env.MEDIA_JAIL
      else process.env.MEDIA_JAIL = before
    })
    process.env.MEDIA_JAIL = 'off'

    assert.equal(await reachNetwork(), 'reached')
    assert.include(jailSentence(ffmpeg), 'MEDIA_JAIL is off')
  })

  test('what is written, and what it costs, is seen outside', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const source = await silentClip(fs.basePath, { durationS: 3, width: 640, height: 360 })
    const made = join(fs.basePath, 'made.mp4')
    const args = [...QUIET, '-nostats', '-progress', 'pipe:1', '-i', `file:${source}`]

    const done = await runFfmpeg([...args, '-c:v', 'libx264', `file:${made}`], {
      ...{ binary: ffmpeg, durationS: 3, limits: ENCODE_LIMITS },
    })

    assert.isTrue(await fs.exists('made.mp4'))
    assert.isAbove(done.peakMemoryBytes, 15 * 1024 * 1024)
    assert.isAbove(done.cpuS, 0.05)
  })

  test('what it reads cannot be changed', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const source = await silentClip(fs.basePath, { name: 'source.mp4' })
    const before = await fs.contents('source.mp4')

    const { exitCode } = await run([
      '-y',
      '-f',
      'lavfi',
      '-i',
      'testsrc2=d=1',
      '-i',
      source,
      source,
    ])

    if (!isJailed(ffmpeg)) return assert.notEqual(exitCode, 0) // ffmpeg itself refuses to write what it reads
    assert.notEqual(exitCode, 0)
    assert.equal(await fs.contents('source.mp4'), before)
  })
})
