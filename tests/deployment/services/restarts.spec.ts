import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Video from '#videos/video'
import { WEB_FLAGS } from '#embedded/web_flags'
import { landscapeClip } from '#tests/fixtures/clips'
import { padClip } from '#tests/fixtures/padded_clip'
import { SocketUnit } from '#tests/deployment/services/socket_unit'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { openEvents } from '#tests/helpers/event_source'
import { freePort } from '#tests/helpers/free_port'
import { LoggedProcess, WORKER } from '#tests/helpers/logged_process'
import { makeVideo } from '#tests/helpers/make_video'
import { tokenOf } from '#tests/helpers/people'
import { until } from '#tests/helpers/until'
import { ingest, startJob } from '#tests/helpers/work'

const WEB = [process.execPath, ...WEB_FLAGS, '--import=@poppinss/ts-exec', 'bin/server.ts'].join(
  ' '
)
const CLIENTS = 4
const UPLOAD_BYTES = 4_000_000
const PIECE_BYTES = 20_000

test.group('Restarting one process after the other', (group) => {
  let web: SocketUnit | null = null
  let address: string

  group.each.setup(async ({ context }) => {
    await cleanDatabase()
    await context.fs.mkdir('.')
    return async () => {
      await web?.close()
      web = null
    }
  })

  test('fails no request, no upload and no stream of events', async ({ fs, assert, cleanup }) => {
    const token = await tokenOf('operator')
    const authorization = `Bearer ${token}`
    const { id } = await makeVideo()
    const clip = await padClip(await landscapeClip(fs.basePath), UPLOAD_BYTES)
    const content = await readFile(clip)
    const limit = { API_RATE_LIMIT: '1000000', LOG_LEVEL: 'info' }
    const port = await freePort()
    address = `http://127.0.0.1:${port}`
    web = await SocketUnit.open(port, WEB, limit)
    const pids = [await web.start(), await web.start()]
    const ended = new AbortController()
    cleanup(() => ended.abort())
    const failures: string[] = []
    const look = (name: string, call: Promise<Response>) =>
      call.then(
        async (answer) => {
          if (!answer.ok) failures.push(`${name}: ${answer.status}`)
          await answer.arrayBuffer()
        },
        (error) => failures.push(`${name}: ${error.cause ?? error}`)
      )

    let requests = 0
    const keepAsking = async () => {
      while (!ended.signal.aborted) {
        await look('request', fetch(`${address}/api/v1/queue`, { headers: { authorization } }))
        requests += 1
      }
    }
    const keepChanging = async () => {
      while (!ended.signal.aborted) {
        const body = JSON.stringify({ title: `Title ${(requests += 1)}` })
        const headers = { authorization, 'content-type': 'application/json' }
        await look(
          'change',
          fetch(`${address}/api/v1/videos/${id}`, { method: 'PATCH', headers, body })
        )
        await delay(100)
      }
    }
    const upload = sendInPieces(address, content, { authorization }, ended.signal, look)
    const events = followEvents(address, { authorization }, failures)
    cleanup(() => events.close())
    const clients = [...Array.from({ length: CLIENTS }, keepAsking), keepChanging()]

    for (const pid of pids) {
      await web.stop(pid)
      await web.start()
    }
    ended.abort()
    await Promise.all(clients)
    await upload
    const told = await db
      .from('events')
      .where({ video_id: id, type: 'video.updated' })
      .orderBy('id')
      .select('id')
    const wanted = told.map((row) => String(row.id))
    await until(async () => events.ids.length >= wanted.length).finally(() => events.close())

    assert.deepEqual(failures, [])
    assert.isAbove(requests, 100)
    assert.deepEqual(events.ids.slice(0, wanted.length), wanted)
    assert.isAtLeast(events.opened(), 2, 'the stream was ended by a restart and taken up again')
    const video = await Video.findByOrFail('original_name', 'whole.mp4')
    assert.equal(video.sizeBytes, UPLOAD_BYTES)
  })

  test('loses no attempt: what runs ends where it began, the next worker takes over', async ({
    fs,
    assert,
    cleanup,
  }) => {
    const first = await ingest(await landscapeClip(fs.basePath, { durationS: 12 }))
    const second = await ingest(await landscapeClip(fs.basePath, { name: 'b.mp4', rate: 24 }))
    const settings = { LOG_LEVEL: 'info', DRAIN_GRACE: '60s' }
    const old = new LoggedProcess(WORKER, settings)
    cleanup(async () => void (await old.end('SIGKILL')))
    const running = await startJob(first)
    const began = await old.saying(({ msg }) => msg === 'ffmpeg begins' || msg === 'attempt began')
    const waiting = await startJob(second)

    const code = old.end()
    const next = new LoggedProcess(WORKER, settings)
    cleanup(async () => void (await next.end('SIGKILL')))
    await next.saying(({ msg, jobId }) => msg === 'attempt ended' && jobId === waiting.id)
    const exit = await code
    await next.end()

    assert.equal(began.jobId, running.id)
    assert.equal(exit, 0)
    const attempts = await db.from('attempts').orderBy('id').select('job_id', 'status', 'number')
    assert.deepEqual(attempts, [
      { job_id: running.id, status: 'completed', number: 1 },
      { job_id: waiting.id, status: 'completed', number: 1 },
    ])
  })
})

type Look = (name: string, call: Promise<Response>) => Promise<unknown>

/** Small pieces as long as processes are restarted, and the rest of it then. */
async function sendInPieces(
  server: string,
  content: Buffer,
  headers: Record<string, string>,
  ended: AbortSignal,
  look: Look
) {
  const tus = { ...headers, 'tus-resumable': '1.0.0' }
  const name = Buffer.from('whole.mp4').toString('base64')
  const length = { 'upload-length': String(content.length), 'upload-metadata': `filename ${name}` }
  const made = await fetch(`${server}/api/v1/uploads`, {
    method: 'POST',
    headers: { ...tus, ...length },
  })
  const address = new URL(made.headers.get('location')!, server)
  let at = 0
  while (at < content.length) {
    const isSlow = !ended.aborted && at + PIECE_BYTES < content.length
    const piece = content.subarray(at, isSlow ? at + PIECE_BYTES : content.length)
    const of = { 'upload-offset': String(at), 'content-type': 'application/offset+octet-stream' }
    const call = { method: 'PATCH', headers: { ...tus, ...of }, body: new Uint8Array(piece) }
    await look('piece', fetch(address, call))
    at += piece.length
    if (isSlow) await delay(120)
  }
}

/** As a browser does: where a stream ends it is opened again behind the last event. */
function followEvents(server: string, headers: Record<string, string>, failures: string[]) {
  const ids: string[] = []
  let opened = 0
  let isClosed = false
  let close = () => {}
  const follow = async () => {
    while (!isClosed) {
      const last = ids.at(-1)
      const resumed = last ? { ...headers, 'last-event-id': last } : headers
      const address = `${server}/api/v1/events/stream?type=video.updated&after=0`
      const stream = await openEvents(address, resumed)
      close = () => stream.close()
      opened += 1
      if (stream.status !== 200) failures.push(`stream: ${stream.status}`)
      for (;;) ids.push(...(await stream.next(1)).map((event) => event.id))
    }
  }
  const keep = async () => {
    while (!isClosed) {
      await follow().catch((error) => {
        if (!isClosed && !/ended/.test(String(error)))
          failures.push(`stream: ${error.cause ?? error}`)
      })
    }
  }
  void keep()
  return {
    ids,
    opened: () => opened,
    close: () => {
      isClosed = true
      close()
    },
  }
}
