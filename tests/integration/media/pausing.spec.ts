import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { MediaError } from '#media/errors'
import { RunningPrograms } from '#media/run/running_programs'
import { runBounded } from '#media/run/run_bounded'
import { runFfmpeg, type FfmpegRunOptions } from '#media/run/ffmpeg'
import { BINARIES, ENCODE_LIMITS } from '#tests/integration/media/pictures'
import { until } from '#tests/helpers/until'

const OPTIONS = { binary: BINARIES.ffmpeg, durationS: 3, limits: ENCODE_LIMITS }
const TOLD = ['-nostdin', '-hide_banner', '-nostats', '-loglevel', 'level+info', '-y']
const NEWS = ['-progress', 'pipe:1', '-stats_period', '0.05']

/** Three seconds of moving pictures, no faster than time. */
const encoding = (path: string) => [
  ...[...TOLD, ...NEWS, '-re', '-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=25:d=3'],
  ...['-c:v', 'libx264', '-preset', 'ultrafast', '-threads', '1', '-bitexact', `file:${path}`],
]

const hashOf = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex')

/** `T` where it is stopped; see proc(5). */
function stateOf(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat[stat.lastIndexOf(')') + 2]
}

/** Lets time go by, and tells whether what is watched stood still. */
async function stillFor(ms: number, moved: () => number) {
  const before = moved()
  const since = performance.now()
  await until(async () => performance.now() - since > ms)
  return moved() === before
}

test.group('A pause', (group) => {
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('makes the same bytes as no pause', async ({ fs, assert }) => {
    const [calm, paused] = ['calm.mp4', 'paused.mp4'].map((name) => join(fs.basePath, name))
    await runFfmpeg(encoding(calm), OPTIONS)
    const programs = new RunningPrograms()
    let told = 0
    let pid = 0
    const run = programs.run(() =>
      runFfmpeg(encoding(paused), {
        ...OPTIONS,
        onStart: (started) => (pid = started),
        onProgress: ({ progress }) => (told = progress),
      })
    )
    await until(async () => told > 0.2)

    programs.pause()
    await until(async () => stateOf(pid) === 'T')
    const isStill = await stillFor(1000, () => told)
    programs.resume()
    const { wallMs } = await run

    assert.isTrue(isStill)
    assert.equal(told, 1)
    assert.equal(await hashOf(paused), await hashOf(calm))
    assert.isBelow(wallMs, programs.workedMs + 1)
  }).timeout(60_000)

  test('counts for no limit of time', async ({ fs, assert }) => {
    const programs = new RunningPrograms()
    let told = 0
    const limits: FfmpegRunOptions['limits'] = { ...ENCODE_LIMITS, noProgressMs: 1500 }
    const run = programs.run(() =>
      runFfmpeg(encoding(join(fs.basePath, 'made.mp4')), {
        ...{ ...OPTIONS, limits },
        onProgress: ({ progress }) => (told = progress),
      })
    )
    await until(async () => told > 0.1)

    programs.pause()
    await stillFor(3000, () => told)
    programs.resume()

    assert.equal((await run).exitCode, 0)
    assert.isBelow(programs.workedMs, 60_000)
  }).timeout(60_000)

  test('holds what is launched meanwhile before its first step, whatever its time limit', async ({
    assert,
  }) => {
    const programs = new RunningPrograms()
    programs.pause()
    let hasEnded = false
    const run = programs.run(() =>
      runBounded(BINARIES.ffprobe, ['-version'], { timeoutMs: 800 }).finally(
        () => (hasEnded = true)
      )
    )

    const isStill = await stillFor(1500, () => Number(hasEnded))
    programs.resume()

    assert.isTrue(isStill)
    assert.equal((await run).exitCode, 0)
  }).timeout(30_000)

  test('does not keep a stop on request from coming through', async ({ fs, assert }) => {
    const programs = new RunningPrograms()
    const controller = new AbortController()
    let told = 0
    const run = programs.run(() =>
      runFfmpeg(encoding(join(fs.basePath, 'made.mp4')), {
        ...{ ...OPTIONS, signal: controller.signal },
        onProgress: ({ progress }) => (told = progress),
      })
    )
    await until(async () => told > 0.1)
    programs.pause()

    programs.resume()
    controller.abort()

    const error = await run.catch((thrown) => thrown)
    assert.instanceOf(error, MediaError)
    assert.equal(error.code, 'ABORTED')
  }).timeout(30_000)
})
