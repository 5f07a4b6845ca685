import { chmod, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { ffmpegArguments } from '#media/command/ffmpeg_arguments'
import { MediaError, type MediaFailureCode } from '#media/errors'
import { planEncode } from '#media/plan/encode_plan'
import { refuseInfo } from '#media/probe/refuse_input'
import { probe } from '#media/probe/probe'
import { runFfmpeg, type FfmpegRunOptions } from '#media/run/ffmpeg'
import { verifyRendition } from '#media/verify/verify'
import * as clips from '#tests/fixtures/clips'
import { makeClip } from '#tests/fixtures/make_clip'
import { mediaInfo, recipe } from '#tests/fixtures/media_infos'
import { BINARIES, ENCODE_LIMITS, LIMITS } from '#tests/integration/media/pictures'

async function failureOf(work: Promise<unknown>): Promise<MediaError> {
  const error = await work.then(
    () => new Error('it did not fail'),
    (thrown) => thrown
  )
  if (error instanceof MediaError) return error
  throw error
}

const look = (path: string, limits: Partial<typeof LIMITS> = {}) =>
  probe(path, { binaries: BINARIES, limits: { ...LIMITS, ...limits } })

/** ffmpeg under a rule of the system, as a worker on a smaller machine would meet it. */
async function ruled(folder: string, rule: string): Promise<string> {
  const path = join(folder, 'ruled')
  await writeFile(path, `#!/bin/sh\n${rule}\nexec ffmpeg "$@"\n`)
  await chmod(path, 0o755)
  return path
}

type Encode = Partial<Omit<FfmpegRunOptions, 'limits'>> & {
  limits?: Partial<typeof ENCODE_LIMITS>
  /** Put before the outputs' own arguments. */
  change?: (args: string[]) => string[]
}

/** Our own arguments for a real encode of two seconds; it stops by itself within a minute. */
async function encode(folder: string, { limits = {}, change, ...options }: Encode) {
  const source = await clips.landscapeClip(folder, { durationS: 2, width: 640, height: 360 })
  const plan = planEncode(await look(source), recipe())
  const args = ffmpegArguments(plan, { inputPath: source, outputDirectory: folder })
  return runFfmpeg(change ? change(args) : args, {
    binary: BINARIES.ffmpeg,
    durationS: 2,
    ...options,
    limits: { ...ENCODE_LIMITS, ...limits },
  })
}

/** Reads no faster than time, so that there is time to act. */
const inRealTime = (args: string[]) => {
  const at = args.indexOf('-i')
  return [...args.slice(0, at), '-re', ...args.slice(at)]
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test.group('causes that the file is to blame for', (group) => {
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  /** Changes bytes of a whole clip. */
  async function changed(folder: string, change: (bytes: Buffer) => void) {
    const path = await clips.silentClip(folder)
    const bytes = await readFile(path)
    change(bytes)
    await writeFile(path, bytes)
    return path
  }

  test('{code}')
    .with<{ code: MediaFailureCode; make: (folder: string) => Promise<string> }[]>([
      { code: 'INPUT_MISSING', make: async (folder) => join(folder, 'nothing.mp4') },
      { code: 'INPUT_EMPTY', make: clips.emptyFile },
      { code: 'INPUT_UNREADABLE', make: clips.renamedText },
      { code: 'INPUT_TRUNCATED', make: clips.indexLostClip },
      { code: 'INPUT_IS_IMAGE', make: clips.picturePng },
      {
        code: 'INPUT_IS_SUBTITLE',
        make: async (folder) => {
          const path = join(folder, 'words.mp4')
          await writeFile(path, '1\n00:00:01,000 --> 00:00:02,000\nHello\n')
          return path
        },
      },
      { code: 'INPUT_MANIFEST', make: (folder) => clips.disguisedPlaylist(folder, '/etc/hosts') },
      {
        code: 'INPUT_UNSUPPORTED_CODEC',
        make: (folder) =>
          changed(folder, (bytes) => bytes.write('zzz1', bytes.indexOf('avc1', 64))),
      },
      {
        code: 'INPUT_ENCRYPTED',
        make: (folder) =>
          changed(folder, (bytes) => bytes.write('encv', bytes.indexOf('avc1', 64))),
      },
      {
        code: 'INPUT_UNDECODABLE',
        make: (folder) =>
          changed(folder, (bytes) => {
            const at = bytes.indexOf('mdat')
            bytes.fill(0, at + 4, at - 4 + bytes.readUInt32BE(at - 4))
          }),
      },
    ])
    .run(async ({ assert, fs }, { code, make }) => {
      const path = await make(fs.basePath)
      const before = await readdir(fs.basePath)

      const error = await failureOf(look(path))

      assert.equal(error.code, code)
      assert.isFalse(error.canRetryHelp)
      assert.deepEqual(await readdir(fs.basePath), before)
    })

  test('{code}: more than is allowed')
    .with<{ code: MediaFailureCode; limits: object }[]>([
      { code: 'INPUT_TOO_LONG', limits: { maxDurationS: 0.5 } },
      { code: 'INPUT_TOO_LARGE', limits: { maxPixels: 1000 } },
      { code: 'INPUT_TOO_MANY_STREAMS', limits: { maxStreams: 1 } },
      { code: 'INPUT_TOO_MANY_BYTES', limits: { maxSizeBytes: 10 } },
      { code: 'INPUT_FRAME_RATE', limits: { maxFrameRate: 20 } },
      { code: 'PROBE_TIME_LIMIT', limits: { timeoutMs: 1 } },
    ])
    .run(async ({ assert, fs }, { code, limits }) => {
      const path = await clips.landscapeClip(fs.basePath)

      assert.equal((await failureOf(look(path, limits))).code, code)
    })

  test('INPUT_NO_DURATION: pictures that all stand at one moment', ({ assert }) => {
    const info = mediaInfo({ durationS: 0, claimedDurationS: 0, video: { frameCount: 25 } })
    const refusal = () => refuseInfo(info, { limits: LIMITS, complaints: '' })

    assert.throws(refusal, /lasts no time/)
    assert.equal(new MediaError('INPUT_NO_DURATION').canRetryHelp, false)
  })

  test('INPUT_DAMAGED: less than half survives, and no retry is offered', async ({
    assert,
    fs,
  }) => {
    const source = await clips.landscapeClip(fs.basePath, { durationS: 4 })
    const info = await look(source)
    const plan = planEncode(info, recipe())
    const result = join(fs.basePath, 'result.mp4')
    const web = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-movflags', '+faststart']
    await makeClip(result, ['-i', source, '-t', '1', ...web])
    const encodeLog = '[h264 @ 0x5] [error] error while decoding MB 3 4\n'
    const evidence = { path: source, plan: plan.source, warnings: [], encodeLog }

    const error = await failureOf(
      verifyRendition(result, plan.renditions[0], {
        ...{ binaries: BINARIES, sourceSpans: info.spans, source: evidence },
      })
    )

    assert.equal(error.code, 'INPUT_DAMAGED')
    assert.isFalse(error.canRetryHelp)
    assert.include(error.evidence, 'error while decoding MB 3 4')
  })

  test('TRIM_OUTSIDE', ({ assert }) => {
    const wanted = recipe(undefined, null, { trim: { startS: 100, endS: null } })

    assert.throws(() => planEncode(mediaInfo(), wanted), /outside the video/)
    assert.isFalse(new MediaError('TRIM_OUTSIDE').canRetryHelp)
  })
})

test.group('causes that the machine is to blame for', (group) => {
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('{code} where {what}')
    .with<{ code: MediaFailureCode; what: string; rule: string; says: RegExp }[]>([
      {
        code: 'DISK_FULL',
        what: 'no more may be written',
        rule: "trap '' XFSZ; ulimit -f 8",
        says: /File too large|No space left/,
      },
      {
        code: 'OUT_OF_MEMORY',
        what: 'the system gives no more memory',
        rule: 'ulimit -v 280000',
        says: /allocate|malloc|memory|temporarily unavailable/i,
      },
    ])
    .run(async ({ assert, fs }, { code, rule, says }) => {
      const binary = await ruled(fs.basePath, rule)

      const error = await failureOf(encode(fs.basePath, { binary }))

      assert.equal(error.code, code)
      assert.match(error.evidence, says)
      assert.isTrue(error.canRetryHelp)
    })

  test('PERMISSION_DENIED where the folder may not be written', async ({ assert, fs }) => {
    const isRoot = process.getuid?.() === 0
    const rule = isRoot ? 'exec setpriv --reuid 65534 --regid 65534 --clear-groups ffmpeg "$@"' : ''
    const binary = await ruled(fs.basePath, rule)
    await chmod(fs.basePath, 0o555)
    process.env.MEDIA_JAIL = 'off' // another user may not enter one
    const source = join(fs.basePath, 'source.mp4')

    const args = [
      '-nostdin',
      '-loglevel',
      'level+info',
      '-f',
      'lavfi',
      '-i',
      'testsrc2=d=1:s=64x64',
    ]
    const run = runFfmpeg([...args, `file:${source}`], {
      ...{ binary, durationS: 1, limits: ENCODE_LIMITS },
    })
    const error = await failureOf(run).finally(async () => {
      delete process.env.MEDIA_JAIL
      await chmod(fs.basePath, 0o755)
    })

    assert.equal(error.code, 'PERMISSION_DENIED')
    assert.include(error.evidence, 'Permission denied')
    assert.deepEqual(await readdir(fs.basePath), ['ruled'])
  })

  test('OUT_OF_MEMORY_LIMIT, TIME_LIMIT: {code}')
    .with<{ code: MediaFailureCode; limits: object; says: string }[]>([
      { code: 'OUT_OF_MEMORY_LIMIT', limits: { memoryBytes: 30 * 1024 * 1024 }, says: '30 MiB' },
      { code: 'TIME_LIMIT', limits: { hardTimeMs: 500 }, says: '0.5 s' },
    ])
    .run(async ({ assert, fs }, { code, limits, says }) => {
      let pid = 0
      const onStart = (started: number) => (pid = started)

      const error = await failureOf(encode(fs.basePath, { limits, onStart, change: inRealTime }))

      assert.equal(error.code, code)
      assert.include(error.message, says)
      assert.isFalse(isAlive(pid))
    })

  test('{code} where ffmpeg gets {signal}')
    .with<{ code: MediaFailureCode; signal: NodeJS.Signals }[]>([
      { code: 'NO_PROGRESS', signal: 'SIGSTOP' },
      { code: 'FFMPEG_KILLED', signal: 'SIGKILL' },
      { code: 'FFMPEG_CRASHED', signal: 'SIGSEGV' },
    ])
    .run(async ({ assert, fs }, { code, signal }) => {
      let pid = 0
      const onStart = (started: number) => (pid = started)
      const onProgress = () => process.kill(-pid, signal)
      const limits = { noProgressMs: 1_000, killGraceMs: 300 }

      const run = encode(fs.basePath, { limits, onStart, onProgress, change: inRealTime })
      const error = await failureOf(run)

      assert.equal(error.code, code)
      assert.isFalse(isAlive(pid))
    })

  test('ENCODER_MISSING, in the plan and in the run', async ({ assert, fs }) => {
    const abilities = { encoders: ['aac'], filters: [] }
    const swap = (args: string[]) => args.map((arg) => (arg === 'libx264' ? 'libx999' : arg))

    const error = await failureOf(encode(fs.basePath, { change: swap }))

    assert.equal(error.code, 'ENCODER_MISSING')
    assert.include(error.evidence, 'libx999')
    assert.throws(() => planEncode(mediaInfo(), recipe(), { abilities }), /encoder/)
  })

  test('FILTER_MISSING', async ({ assert, fs }) => {
    const swap = (args: string[]) => args.map((arg) => arg.replace('setsar=', 'setsarong='))

    const error = await failureOf(encode(fs.basePath, { change: swap }))

    assert.equal(error.code, 'FILTER_MISSING')
    assert.include(error.evidence, 'setsarong')
  })

  test('FFMPEG_FAILED keeps the last words of what nobody foresaw', async ({ assert, fs }) => {
    const swap = (args: string[]) => args.map((arg) => (arg === 'high' ? 'very_high' : arg))

    const error = await failureOf(encode(fs.basePath, { change: swap }))

    assert.equal(error.code, 'FFMPEG_FAILED')
    assert.include(error.evidence, 'very_high')
    assert.include(error.remedy, 'evidence')
  })

  test('FFMPEG_MISSING', async ({ assert, fs }) => {
    const error = await failureOf(encode(fs.basePath, { binary: '/nowhere/ffmpeg' }))

    assert.equal(error.code, 'FFMPEG_MISSING')
  })
})
