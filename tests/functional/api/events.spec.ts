import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { EventStreams } from '#http/events/event_streams'
import { editVideo } from '#videos/edit_video'
import { mediakeep } from '#accounts/actor'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { openEvents, type EventSource } from '#tests/helpers/event_source'
import { freePort } from '#tests/helpers/free_port'
import { LoggedProcess, WEB } from '#tests/helpers/logged_process'
import { makeVideo } from '#tests/helpers/make_video'
import { tokenOf } from '#tests/helpers/people'
import { spawnServer } from '#tests/helpers/spawn_server'
import { until } from '#tests/helpers/until'

const EVENTS = '/api/v1/events'
const HERE = `http://127.0.0.1:${process.env.PORT}`
const BY = mediakeep('system')

test.group('Events on the API', (group) => {
  let token: string

  group.each.setup(async () => {
    await cleanDatabase()
    token = await tokenOf('viewer')
  })

  const open = (query = '', headers = {}) =>
    openEvents(`${HERE}${EVENTS}/stream${query}`, { authorization: `Bearer ${token}`, ...headers })

  test('what was changed is there at once, page by page, and by filter', async ({
    client,
    assert,
  }) => {
    const [one, other] = [await makeVideo(), await makeVideo()]
    await editVideo({ video: one, title: 'Changed', by: BY })
    const ask = (qs: Record<string, unknown>) => client.get(EVENTS).qs(qs).bearerToken(token)

    const first = await ask({ limit: 2 })
    const second = await ask({ limit: 2, after: first.body().meta.next_cursor })
    const newest = await ask({ sort: '-id', limit: 1 })
    const ofOne = await ask({ video_id: one.id, type: 'video.updated,video.deleted' })
    const ofOther = await ask({ video_id: other.id })

    first.assertStatus(200)
    assert.deepEqual(
      first.body().data.map(({ video_id: id }: { video_id: number }) => id),
      [one.id, other.id]
    )
    assert.equal(second.body().meta.next_cursor, null)
    assert.deepEqual(second.body().data, newest.body().data)
    assert.deepEqual(ofOne.body().data, newest.body().data)
    assert.containsSubset(ofOne.body().data[0].data, { id: one.id, title: 'Changed' })
    assert.lengthOf(ofOther.body().data, 1)
  })

  test('what cannot be asked for is 422: {$self}')
    .with(['type=job.lost', 'after=-1', 'after=1.5', 'after=1e99', 'job_id=7', 'limit=0', 'sort=x'])
    .run(async ({ client }, query) => {
      const answer = await client.get(`${EVENTS}?${query}`).bearerToken(token)
      answer.assertStatus(422)
    })

  test('a stream is for those who ask for one', async ({ client }) => {
    const answer = await client.get(`${EVENTS}/stream`).bearerToken(token)

    answer.assertStatus(406)
    answer.assertBodyContains({ code: 'E_STREAM_NOT_ASKED_FOR' })
  })

  test('a stream tells what happens, and after a break what was missed', async ({
    assert,
    cleanup,
  }) => {
    await makeVideo({ title: 'Before' })
    const stream = await open('?type=video.uploaded')
    await makeVideo({ title: 'While it is open' })
    const [heard] = await stream.next(1)
    stream.close()
    const missed = await makeVideo({ title: 'Missed' })
    await editVideo({ video: missed, title: 'Not asked for', by: BY })
    const again = await open('?type=video.uploaded', { 'last-event-id': heard.id })
    cleanup(() => again.close())
    const [first] = await again.next(1)

    assert.equal(heard.event, 'video.uploaded')
    assert.containsSubset(heard.data, {
      id: Number(heard.id),
      data: { title: 'While it is open' },
    })
    assert.containsSubset(first.data, { data: { title: 'Missed' } })
  })

  test('from the beginning a stream tells all that is kept, in order', async ({
    assert,
    cleanup,
  }) => {
    await db.transaction(async (trx) => {
      for (let at = 0; at < 250; at++) {
        await trx.table('event_outbox').insert({ type: 'video.updated', payload: '{}' })
      }
    })
    const stream = await open('?after=0')
    cleanup(() => stream.close())

    const ids = (await stream.next(250)).map(({ id }) => Number(id))
    assert.deepEqual(
      ids,
      [...ids].sort((a, b) => a - b)
    )
    assert.lengthOf(new Set(ids), 250)
  })

  test('a user may open ten; closed ones count no more', async ({ assert, cleanup }) => {
    const streams = await app.container.make(EventStreams)
    await until(async () => streams.count === 0)
    const opened: EventSource[] = []
    for (let at = 0; at < 10; at++) opened.push(await open())
    cleanup(() => opened.forEach((one) => one.close()))
    const refused = await open()
    opened.pop()!.close()
    await until(async () => streams.count === 9)
    const later = await open()
    later.close()

    assert.equal(refused.status, 429)
    assert.equal(later.status, 200)
  })

  test('a stream that is asked for while the process ends is over at once, and nobody listens on', async ({
    assert,
  }) => {
    const listening = async () => {
      const { rows } = await db.rawQuery(
        `select pid from pg_stat_activity where datname = current_database() and query like 'listen event_outbox%'`
      )
      return rows.length
    }
    const before = await listening()
    const streams = new EventStreams(process.env.DATABASE_URL!)
    await streams.close()

    const gone = new AbortController()
    const stream = await streams.open({ userId: 1, filter: {}, gone: gone.signal })
    const said = await text(stream)

    assert.match(said, /^retry: 2000\nid: \d+\n\n$/)
    assert.equal(streams.count, 0)
    assert.equal(await listening(), before)
  })

  test('a server that is told to end as it begins ends too', async ({ assert, cleanup }) => {
    const port = String(await freePort())
    const server = new LoggedProcess(WEB, { PORT: port, LOG_LEVEL: 'info' })
    cleanup(async () => void (await server.end('SIGKILL')))
    await server.saying(({ msg }) => msg.startsWith('started HTTP server'))

    assert.equal(await server.end(), 0)
  }).timeout(60_000)

  test('a server that is told to end ends its streams and itself', async ({ assert, cleanup }) => {
    const server = await spawnServer()
    cleanup(() => void server.end())
    const authorization = `Bearer ${token}`
    const stream = await openEvents(`${server.address}${EVENTS}/stream`, { authorization })
    await makeVideo()
    await stream.next(1)
    const [code] = await Promise.all([server.end(), stream.ended()])

    assert.equal(code, 0)
  }).timeout(30_000)

  test('a stream that nobody asked for before the server was told to end keeps it no longer', async ({
    assert,
    cleanup,
  }) => {
    const server = await spawnServer()
    cleanup(() => void server.end())
    const asking = connect(Number(new URL(server.address).port), '127.0.0.1')
    const answer = text(asking)
    asking.write(`GET ${EVENTS}/stream HTTP/1.1\r\nHost: localhost\r\n`)
    await delay(200)
    const ended = server.end()
    await delay(500)
    asking.write(`Accept: text/event-stream\r\nAuthorization: Bearer ${token}\r\n\r\n`)

    assert.equal(await ended, 0)
    assert.match(await answer, /^HTTP\/1.1 200 /)
  }).timeout(30_000)
})
