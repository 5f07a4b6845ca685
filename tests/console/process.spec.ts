import { execFile, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import Attempt from '#jobs/attempt'
import Job from '#jobs/job'
import Rendition from '#videos/rendition'
import Video from '#videos/video'
import { storagePath } from '#config/mediakeep'
import { landscapeClip, portraitClip, renamedText } from '#tests/fixtures/clips'
import { ace, aceJson, RunningCommand } from '#tests/helpers/ace'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { until } from '#tests/helpers/until'
import { ingest, startJob } from '#tests/helpers/work'
import { freePort } from '#tests/helpers/free_port'
import { endProcess, isAlive, spawnWorker } from '#tests/helpers/worker_process'

const run = promisify(execFile)

/** Width, height and codecs as ffprobe sees them in the published file. */
async function probed(rendition: Rendition) {
  const entries = ['-show_entries', 'stream=codec_name,width,height', '-of', 'json']
  const path = join(storagePath, rendition.fileKey)
  const { stdout } = await run('ffprobe', ['-v', 'error', ...entries, path])
  return JSON.parse(stdout).streams as { codec_name: string; width?: number; height?: number }[]
}

test.group('process with a worker', (group) => {
  let worker: ChildProcess
  group.setup(() => {
    worker = spawnWorker()
    return async () => {
      await endProcess(worker, 'SIGTERM')
    }
  })
  group.each.setup(async ({ context }) => {
    await context.fs.mkdir('.')
    await cleanDatabase()
  })

  test('takes a file in, waits, and tells what it made', async ({ assert, fs }) => {
    await landscapeClip(fs.basePath, { name: 'my clip.mp4', width: 1280, height: 720 })
    const settings = { MEDIAKEEP_CWD: fs.basePath }

    const end = await ace(['process', 'my clip.mp4', '--preset', 'mobile', '--wait'], settings)

    const rendition = await Rendition.firstOrFail()
    const [video, audio] = await probed(rendition)
    assert.equal(end.code, 0, end.stderr)
    assert.match(end.stdout, /Job [0-9a-f-]{36}, video \d+ "my clip" as mobile: completed/)
    assert.match(end.stdout, /mobile: 640×360, [\d.]+ kB \(encode: /)
    assert.match(end.stderr, /as mobile: completed/)
    assert.deepEqual([video.codec_name, video.width, video.height], ['h264', 640, 360])
    assert.equal(audio.codec_name, 'aac')
  })

  test('keeps a portrait upright', async ({ assert, fs }) => {
    const path = await portraitClip(fs.basePath, { width: 854, height: 480 })

    const { code } = await ace(['process', path, '--preset', 'mobile', '--wait'])

    const [video] = await probed(await Rendition.firstOrFail())
    assert.equal(code, 0)
    assert.isAbove(video.height!, video.width!)
  })

  test('a refused file does not keep the others, and the exit code tells', async ({
    assert,
    fs,
  }) => {
    const good = await landscapeClip(fs.basePath)
    const bad = await renamedText(fs.basePath)
    const missing = join(fs.basePath, 'nothing.mp4')

    const { code, result } = await aceJson([
      ...['process', bad, missing, good],
      ...['--preset', 'mobile', '--wait'],
    ])

    assert.equal(code, 1)
    assert.deepEqual(
      result.refused.map(({ path }: { path: string }) => path),
      [bad, missing]
    )
    assert.include(result.refused[0].message, 'The file is not a video that can be read')
    assert.include(result.refused[1].message, 'there is no such file')
    assert.lengthOf(result.jobs, 1)
    assert.containsSubset(result.jobs[0], { status: 'completed', preset: 'mobile', failure: null })
    assert.lengthOf(await Video.all(), 1)
  })

  test('a batch takes so many pending videos, the oldest first', async ({ assert, fs }) => {
    const clip = await landscapeClip(fs.basePath)
    const oldest = await ingest(clip)
    await ingest(clip)

    const { code, result } = await aceJson([
      ...['process', '--batch', '--status', 'pending', '--max-videos', '1'],
      ...['--preset', 'low', '--wait'],
    ])

    assert.equal(code, 0)
    assert.isNumber(result.batchId)
    assert.lengthOf(result.jobs, 1)
    assert.containsSubset(result.jobs[0], {
      videoId: oldest.id,
      status: 'completed',
      preset: 'low',
    })
  })

  test('cancel ends the ffmpeg of a running job, and waiting for it fails', async ({
    assert,
    fs,
  }) => {
    const path = await landscapeClip(fs.basePath, { width: 1280, height: 720, durationS: 90 })
    const waiting = new RunningCommand(['process', path, '--preset', 'high', '--wait'])
    const running = () => Attempt.query().whereNotNull('process_id').first()
    await until(async () => Boolean(await running()), 60_000)
    const { processId, jobId } = (await running())!

    const cancel = await aceJson(['cancel', jobId])
    const waited = await waiting.ended()

    assert.equal(cancel.code, 0)
    assert.containsSubset(cancel.result.jobs, [{ id: jobId }])
    assert.equal(waited.code, 1)
    assert.include(waited.stdout, 'cancelled')
    assert.isFalse(isAlive(processId!))
    assert.lengthOf(await Rendition.all(), 0)
  })
})

test.group('process without a worker', (group) => {
  group.each.setup(async ({ context }) => {
    await context.fs.mkdir('.')
    await cleanDatabase()
  })

  test('keeps the job and says that no worker is running', async ({ assert, fs }) => {
    const video = await ingest(await landscapeClip(fs.basePath))

    const end = await ace(['process', '--video-id', String(video.id)])

    assert.equal(end.code, 0)
    assert.include(end.stdout + end.stderr, 'No worker is running: start one with ./ace work')
    assert.containsSubset(await Job.firstOrFail(), { status: 'queued', videoId: video.id })
  })

  test('says so while it waits too, and Ctrl-C stops only the waiting', async ({ assert, fs }) => {
    const video = await ingest(await landscapeClip(fs.basePath))
    const command = new RunningCommand(['process', '--video-id', String(video.id), '--wait'])
    await until(async () => command.stderr.includes('No worker is running'), 30_000)

    const code = await command.end('SIGINT')

    assert.equal(code, 130)
    assert.include(command.stderr, 'No longer waiting; the jobs go on')
    assert.containsSubset(await Job.firstOrFail(), { status: 'queued' })
  })

  test('keeps the job while Redis is away, and says so', async ({ assert, fs }) => {
    const video = await ingest(await landscapeClip(fs.basePath))
    const settings = { REDIS_URL: `redis://127.0.0.1:${await freePort()}` }

    const { code, result } = await aceJson(['process', '--video-id', String(video.id)], settings)

    const job = await Job.firstOrFail()
    assert.equal(code, 0)
    assert.match(result.warning, /Redis does not answer: .* starts when it is back/)
    assert.equal(job.status, 'queued')
    assert.isNull(job.remindedAt)
  })

  test('refuses a second job of the same kind, naming the first', async ({ assert, fs }) => {
    const video = await ingest(await landscapeClip(fs.basePath))
    const job = await startJob(video, 'medium')

    const { code, result } = await aceJson(['process', '--video-id', String(video.id)])

    assert.equal(code, 1)
    assert.equal(result.error.code, 'E_JOB_ALREADY_ACTIVE')
    assert.include(result.error.message, job.id)
  })

  test('no preset of that name: nothing is taken in', async ({ assert, fs }) => {
    const path = await landscapeClip(fs.basePath)

    const end = await ace(['process', path, '--preset', 'cinema'])

    assert.equal(end.code, 1)
    assert.include(end.stderr, 'There is no preset "cinema": choose one of original, high, medium')
    assert.lengthOf(await Video.all(), 0)
  })

  test('no such video', async ({ assert }) => {
    const end = await ace(['process', '--video-id', '999999'])

    assert.equal(end.code, 1)
    assert.include(end.stderr, 'There is no video 999999')
    assert.notInclude(end.stderr + end.stdout, '    at ')
  })

  test('no ffmpeg', async ({ assert, fs }) => {
    const path = await landscapeClip(fs.basePath)

    const end = await ace(['process', path], { FFPROBE_BINARY: '/nowhere/ffprobe' })

    assert.equal(end.code, 1)
    assert.match(end.stderr, /ffmpeg or ffprobe cannot be run.*Install it/)
    assert.notInclude(end.stderr + end.stdout, '    at ')
  })

  test('no Postgres', async ({ assert }) => {
    const port = await freePort()
    const DATABASE_URL = `postgres://mk:secret@127.0.0.1:${port}/mk`

    const end = await ace(['process', '--video-id', '1'], { DATABASE_URL })

    assert.equal(end.code, 1)
    assert.include(end.stderr, `Postgres does not answer at 127.0.0.1:${port}: start everything`)
    assert.lengthOf(end.stderr.trim().split('\n'), 1)
    assert.notInclude(end.stderr + end.stdout, 'secret')
  })

  test('names every wrong setting', async ({ assert }) => {
    const settings = { MAX_VIDEO_SIZE: 'large', WORKER_CONCURRENCY: '0' }

    const end = await ace(['process', '--video-id', '1'], settings)

    assert.equal(end.code, 1)
    assert.match(end.stderr, /"MAX_VIDEO_SIZE" is "large".*\n.*"WORKER_CONCURRENCY" is "0"/)
    assert.notInclude(end.stderr + end.stdout, '    at ')
  })

  test('called wrongly, it ends with 2: {$i}')
    .with([
      { args: [], says: 'Say what to process' },
      { args: ['a.mp4', '--video-id', '1'], says: 'one of them' },
      { args: ['--video-id', '1', '--max-videos', '3'], says: 'add --batch' },
      { args: ['--batch', '--status', 'lost'], says: '--status is "lost": choose one of pending' },
      { args: ['--batch', '--max-videos', '0'], says: '--max-videos is 0' },
      { args: ['--video-id', 'many'], says: 'video-id' },
      { args: ['--vide-id', '1'], says: 'Unknown flag' },
    ])
    .run(async ({ assert }, { args, says }) => {
      const end = await ace(['process', ...args])

      assert.equal(end.code, 2)
      assert.include(end.stderr, says)
    })
})
