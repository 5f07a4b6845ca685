import { execFile } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { once } from 'node:events'
import { promisify } from 'node:util'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { Upload } from 'tus-js-client'
import Video from '#videos/video'
import { WEB_FLAGS } from '#embedded/web_flags'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { landscapeClip } from '#tests/fixtures/clips'
import { padClip } from '#tests/fixtures/padded_clip'
import { tokenOf } from '#tests/helpers/people'
import { spawnServer } from '#tests/helpers/spawn_server'
import type { IncomingMessage } from 'node:http'

/** Enough to show that memory does not grow with it; 2 GB take a minute or two: LARGE_UPLOAD_BYTES=2000000000. */
const SIZE_BYTES = Number(process.env.LARGE_UPLOAD_BYTES ?? 640_000_000)
/** What Node holds before it collects what went by, whatever the size of the film. */
const MOST_GROWTH_KIB = 150 * 1024
/** Seen were 167 to 187 MiB, and 275 once on a machine that did much else; it begins with 150. */
const MOST_OF_COMPILED_KIB = 300 * 1024

test.group('A large film', (group) => {
  group.each.timeout(180_000)
  group.each.setup(() => cleanDatabase())

  test('costs a web process less than 150 MiB: {$self}')
    .with(['as a form', 'in pieces'])
    .run(async ({ assert, cleanup, fs }, way) => {
      await fs.mkdir('.')
      const film = await padClip(await landscapeClip(fs.basePath), SIZE_BYTES)
      const token = await tokenOf('operator')
      const server = await spawnServer()
      cleanup(async () => void (await server.end()))

      const { pid } = server.process
      const before = await mostMemoryKib(pid!)
      const send = way === 'as a form' ? sendForm : sendInPieces
      await send(film, `${server.address}/api/v1`, token)

      const video = await Video.firstOrFail()
      assert.equal(video.sizeBytes, SIZE_BYTES)
      assert.equal(video.width, 320)
      assert.isBelow((await mostMemoryKib(pid!)) - before, MOST_GROWTH_KIB)
    })
})

test.group('The compiled web process', (group) => {
  group.each.timeout(180_000)
  group.each.setup(() => cleanDatabase())

  test('takes 2 GB and never holds much more than what it began with', async ({
    assert,
    cleanup,
    fs,
  }) => {
    const folder = app.makePath('build')
    cleanup(() => rm(folder, { recursive: true, force: true }))
    await promisify(execFile)(process.execPath, ['ace.js', 'build'], { cwd: app.makePath() })
    await fs.mkdir('.')
    const film = await padClip(await landscapeClip(fs.basePath), 2_000_000_000)
    const server = await spawnServer({}, { folder, argv: ['bin/server.js'] })
    cleanup(async () => void (await server.end()))

    await sendForm(film, `${server.address}/api/v1`, await tokenOf('operator'))

    const video = await Video.firstOrFail()
    assert.equal(video.sizeBytes, 2_000_000_000)
    assert.isBelow(await mostMemoryKib(server.process.pid!), MOST_OF_COMPILED_KIB)
  })

  test('is run by the container as it is here', async ({ assert }) => {
    const dockerfile = await readFile(app.makePath('Dockerfile'), 'utf8')
    const words = ['node', ...WEB_FLAGS, 'bin/server.js'].map((word) => `"${word}"`)

    assert.include(dockerfile, `CMD [${words.join(', ')}]`)
  })
})

/** The most that a process ever had in memory at once. */
async function mostMemoryKib(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)![1])
}

async function sendForm(film: string, api: string, token: string): Promise<void> {
  const boundary = 'the-boundary'
  const sending = request(`${api}/videos`, {
    method: 'POST',
    headers: {
      'authorization': `Bearer ${token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
  })
  const answered = once(sending, 'response') as Promise<[IncomingMessage]>
  sending.write(
    `--${boundary}\r\nContent-Disposition: form-data; name="video"; filename="film.mp4"\r\n\r\n`
  )
  const content = createReadStream(film, { highWaterMark: 1024 * 1024 })
  await pipeline(content, sending, { end: false })
  sending.end(`\r\n--${boundary}--\r\n`)
  const [answer] = await answered
  const body = await text(answer)
  if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${body}`)
}

function sendInPieces(film: string, api: string, token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(createReadStream(film, { highWaterMark: 1024 * 1024 }), {
      endpoint: `${api}/uploads`,
      headers: { authorization: `Bearer ${token}` },
      metadata: { filename: 'film.mp4' },
      uploadSize: SIZE_BYTES,
      chunkSize: 64 * 1024 * 1024,
      retryDelays: [],
      onError: reject,
      onSuccess: () => resolve(),
    })
    upload.start()
  })
}
