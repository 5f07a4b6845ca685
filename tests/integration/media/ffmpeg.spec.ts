import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import { checkBinaries } from '#media/run/capabilities'
import { MediaError } from '#media/errors'
import { runFfmpeg, type FfmpegRunOptions } from '#media/run/ffmpeg'
import { BINARIES, ENCODE_LIMITS } from '#tests/integration/media/pictures'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** Work without end: pictures are made and thrown away. */
const ENDLESS = [
  ...['-nostdin', '-hide_banner', '-nostats', '-loglevel', 'level+info', '-progress', 'pipe:1'],
  ...[
    '-stats_period',
    '0.1',
    '-re',
    '-f',
    'lavfi',
    '-i',
    'testsrc2=s=320x180:r=25',
    '-f',
    'null',
    '-',
  ],
]

type Limits = Partial<typeof ENCODE_LIMITS>

function options(
  different: Partial<Omit<FfmpegRunOptions, 'limits'>> & { limits?: Limits } = {}
): FfmpegRunOptions {
  const limits = { ...ENCODE_LIMITS, ...different.limits }
  return { binary: BINARIES.ffmpeg, durationS: 1, ...different, limits }
}

async function failureOf(run: Promise<unknown>): Promise<MediaError> {
  const error = await run.then(
    () => new Error('it did not fail'),
    (thrown) => thrown
  )
  if (error instanceof MediaError) return error
  throw error
}

/** True for a zombie too: nobody may be left. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function until(
  condition: () => boolean | Promise<boolean>,
  withinMs: number
): Promise<boolean> {
  const end = performance.now() + withinMs
  while (performance.now() < end) {
    if (await condition()) return true
    await setTimeout(20)
  }
  return false
}

/** A stand-in that ends as it is told: what ffmpeg does of itself cannot be had on order. */
async function program(folder: string, script: string): Promise<string> {
  const path = join(folder, 'program')
  await writeFile(path, `#!/bin/sh\n${script}\n`)
  await chmod(path, 0o755)
  return path
}

test.group('runFfmpeg', () => {
  test('tells what it cost', async ({ assert }) => {
    const args = [...ENDLESS.slice(0, -3), '-t', '1.2', '-f', 'null', '-']

    const run = await runFfmpeg(args, options())

    assert.equal(run.exitCode, 0)
    assert.deepEqual(run.argv, [BINARIES.ffmpeg, ...args])
    assert.isAbove(run.peakMemoryBytes, 10 * 1024 * 1024)
    assert.isAbove(run.wallMs, 900)
    assert.isAbove(run.cpuS, 0)
    assert.include(run.stderr, 'Stream mapping')
  })

  test('never lets progress fall, and ends at 1', async ({ assert }) => {
    const told: number[] = []
    const args = [...ENDLESS.slice(0, -3), '-t', '1', '-f', 'null', '-']

    await runFfmpeg(args, options({ onProgress: ({ progress }) => told.push(progress) }))

    assert.isAbove(told.length, 3)
    assert.deepEqual(
      told,
      told.toSorted((a, b) => a - b)
    )
    assert.equal(told.at(-1), 1)
    assert.isBelow(told[0], 0.9)
  })

  test('stops on request and leaves no process', async ({ assert }) => {
    const controller = new AbortController()
    let pid = 0
    const onProgress = () => controller.abort()
    const onStart = (started: number) => (pid = started)

    const error = await failureOf(
      runFfmpeg(ENDLESS, options({ signal: controller.signal, onStart, onProgress }))
    )

    assert.equal(error.code, 'ABORTED')
    assert.isFalse(isAlive(pid))
  })

  test('starts nothing when it was stopped before', async ({ assert }) => {
    let hasStarted = false
    const onStart = () => (hasStarted = true)

    const error = await failureOf(
      runFfmpeg(ENDLESS, options({ signal: AbortSignal.abort(), onStart }))
    )

    assert.equal(error.code, 'ABORTED')
    assert.isFalse(hasStarted)
  })

  test('kills what ignores a polite request, with all it started', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const pidFile = join(fs.basePath, 'child')
    const script = `trap '' TERM; (trap '' TERM; while :; do sleep 0.1; done) & echo $! > '${pidFile}'; wait; wait`
    const binary = await program(fs.basePath, script)
    const controller = new AbortController()
    const limits = { killGraceMs: 300 }
    const run = failureOf(runFfmpeg([], options({ binary, limits, signal: controller.signal })))
    const hasChild = () =>
      access(pidFile).then(
        () => true,
        () => false
      )
    await until(hasChild, 5000)

    controller.abort()
    const error = await run

    const child = Number(await readFile(pidFile, 'utf8'))
    assert.equal(error.code, 'ABORTED')
    assert.isTrue(await until(() => !isAlive(child), 2000))
  })

  test('holds to the time limit and warns before', async ({ assert }) => {
    const warnings: string[] = []
    const limits = { softTimeMs: 300, hardTimeMs: 900 }
    const onWarning = (text: string) => warnings.push(text)

    const error = await failureOf(runFfmpeg(ENDLESS, options({ limits, onWarning })))

    assert.equal(error.code, 'TIME_LIMIT')
    assert.lengthOf(warnings, 1)
  })

  test('kills what needs too much memory long before its time limit', async ({ assert }) => {
    const startedAt = performance.now()

    const error = await failureOf(
      runFfmpeg(ENDLESS, options({ limits: { memoryBytes: 5 * 1024 * 1024 } }))
    )

    assert.equal(error.code, 'OUT_OF_MEMORY_LIMIT')
    assert.match(error.message, /\d+ MiB, allowed are 5 MiB/)
    assert.isBelow(performance.now() - startedAt, 10_000)
  })

  test('notices when nothing moves any more, even if it sleeps too deep for a request', async ({
    assert,
  }) => {
    const limits = { noProgressMs: 700, killGraceMs: 300 }
    let pid = 0
    const onStart = (started: number) => (pid = started)
    const onProgress = () => process.kill(-pid, 'SIGSTOP')

    const error = await failureOf(runFfmpeg(ENDLESS, options({ limits, onStart, onProgress })))

    assert.equal(error.code, 'NO_PROGRESS')
    assert.isFalse(isAlive(pid))
  })

  test('names the signal that ended it from outside', async ({ assert }) => {
    let pid = 0
    const onStart = (started: number) => (pid = started)
    const onProgress = () => process.kill(-pid, 'SIGKILL')

    const error = await failureOf(runFfmpeg(ENDLESS, options({ onStart, onProgress })))

    assert.equal(error.code, 'FFMPEG_KILLED')
    assert.include(error.message, 'SIGKILL')
  })

  test('names an encoder that is missing', async ({ assert }) => {
    const args = [...ENDLESS.slice(0, -3), '-c:v', 'nonsense', '-f', 'null', '-']

    const error = await failureOf(runFfmpeg(args, options()))

    assert.equal(error.code, 'ENCODER_MISSING')
    assert.include(error.evidence, 'nonsense')
  })

  test('names a full disk', async ({ assert }) => {
    const args = [
      ...ENDLESS.slice(0, -3),
      '-t',
      '1',
      '-c:v',
      'rawvideo',
      '-f',
      'rawvideo',
      '-y',
      '/dev/full',
    ]

    const error = await failureOf(runFfmpeg(args, options()))

    assert.equal(error.code, 'DISK_FULL')
  })

  test('names a program that is not there')
    .with(['/nowhere/ffmpeg', '/etc/passwd'])
    .run(async ({ assert }, binary) => {
      const error = await failureOf(runFfmpeg([], options({ binary })))

      assert.equal(error.code, 'FFMPEG_MISSING')
    })

  test('does not end up with what it started when it is killed itself', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const script = join(fs.basePath, 'parent.ts')
    const engine = join(ROOT, 'app/media/run/ffmpeg.ts')
    await writeFile(
      script,
      `import { runFfmpeg } from ${JSON.stringify(engine)}
       await runFfmpeg(${JSON.stringify(ENDLESS)}, {
         binary: ${JSON.stringify(BINARIES.ffmpeg)},
         durationS: 1,
         limits: ${JSON.stringify(ENCODE_LIMITS)},
         onStart: (pid) => console.log(pid),
       })`
    )
    const parent = spawn(process.execPath, ['--import=@poppinss/ts-exec', script], { cwd: ROOT })
    const [line] = await once(createInterface({ input: parent.stdout }), 'line')
    const pid = Number(line)
    assert.isTrue(isAlive(pid))

    parent.kill('SIGKILL')

    assert.isTrue(await until(() => !isAlive(pid), 3000))
  })

  test('hands no secret of ours to a decoder', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const seen = join(fs.basePath, 'environment')
    const binary = await program(fs.basePath, `env > '${seen}'`)
    process.env.MEDIAKEEP_TEST_SECRET = 'secret'

    await runFfmpeg([], options({ binary })).finally(() => delete process.env.MEDIAKEEP_TEST_SECRET)

    const environment = await readFile(seen, 'utf8')
    assert.include(environment, 'PATH=')
    assert.notInclude(environment, 'MEDIAKEEP_TEST_SECRET')
  })
})

test.group('checkBinaries', () => {
  test('tells versions and what they can', async ({ assert }) => {
    const found = await checkBinaries(BINARIES)

    assert.match(found.ffmpegVersion, /\d/)
    assert.match(found.ffprobeVersion, /\d/)
    assert.isTrue(found.hasH264 && found.hasAac)
  })

  test('names the program that is missing, and the remedy', async ({ assert }) => {
    const error = await failureOf(checkBinaries({ ...BINARIES, ffmpeg: '/nowhere/ffmpeg' }))

    assert.equal(error.code, 'FFMPEG_MISSING')
    assert.include(error.message, '/nowhere/ffmpeg')
    assert.include(error.remedy, 'apt-get install ffmpeg')
    assert.include(error.remedy, 'FFMPEG_BINARY')
  })

  test('does not take another program for ffmpeg', async ({ assert }) => {
    const error = await failureOf(checkBinaries({ ...BINARIES, ffmpeg: '/bin/echo' }))

    assert.equal(error.code, 'FFMPEG_MISSING')
  })
})
