import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Webhook as Verifier } from 'standardwebhooks'
import { editVideo } from '#videos/edit_video'
import { cleanDatabase } from '../../helpers/clean_database.js'
import { makeVideo } from '../../helpers/make_video.js'
import { receiveWebhooks, type Received } from '../../helpers/webhook_receiver.js'
import { endProcess, spawnWorker } from '../../helpers/worker_process.js'
import {
  addWebhook,
  areDelivered,
  areTried,
  attemptsOf,
  BY,
  deliver,
  deliveriesOf,
  hurry,
} from '../../helpers/webhooks.js'

test.group('Deliveries', (group) => {
  group.each.setup(() => cleanDatabase())

  test('what a webhook wants arrives, signed as Standard Webhooks says', async ({
    assert,
    cleanup,
  }) => {
    const receiver = await receiveWebhooks()
    const { webhook, secret } = await addWebhook(receiver.url, ['video.updated'])
    const video = await makeVideo({ title: 'Müller’s film' })
    cleanup(() => receiver.close())
    cleanup(deliver())
    await editVideo({ video, tags: ['sea'], by: BY })
    await areDelivered(webhook.id, 1)

    const [{ text, headers, body }] = receiver.received
    assert.deepEqual(new Verifier(secret).verify(text, headers), body)
    assert.throws(() => new Verifier(secret).verify(text.replace('sea', 'see'), headers))
    assert.containsSubset(body, { type: 'video.updated', video_id: video.id })
    assert.containsSubset(body.data, { title: 'Müller’s film', tags: ['sea'] })
    assert.equal(headers['webhook-id'], `evt_${body.id}`)
    assert.equal(headers['webhook-attempt'], '1')
    assert.lengthOf(receiver.received, 1)
  })

  test('500 is tried again, with the same id, until it is taken', async ({ assert, cleanup }) => {
    const receiver = await receiveWebhooks()
    receiver.answerWith((response, at) => {
      response.statusCode = at < 2 ? 500 : 204
      response.end(at < 2 ? 'not\0now' : undefined)
    })
    const { webhook } = await addWebhook(receiver.url)
    await makeVideo()
    cleanup(() => receiver.close())
    cleanup(deliver())
    await areTried(webhook.id, 1)
    await hurry()
    await areTried(webhook.id, 2)
    await hurry()
    await areDelivered(webhook.id, 1)

    const tries = await attemptsOf(webhook.id)
    assert.deepEqual(
      tries.map(({ number, status, error_code: code }) => [number, status, code]),
      [
        [1, 500, 'ANSWERED_BADLY'],
        [2, 500, 'ANSWERED_BADLY'],
        [3, 204, null],
      ]
    )
    assert.equal(tries[0].response_body, 'not\uFFFDnow')
    assert.lengthOf(new Set(receiver.received.map(idOf)), 1)
    assert.containsSubset((await webhook.refresh()).$attributes, {
      failureCount: 0,
      failingSince: null,
    })
  })

  test('a redirect is not followed, not even a permanent one', async ({ assert, cleanup }) => {
    const receiver = await receiveWebhooks()
    receiver.answerWith((response) => {
      response.writeHead(308, { location: 'http://169.254.169.254/latest/meta-data' }).end()
    })
    const { webhook } = await addWebhook(receiver.url)
    await makeVideo()
    cleanup(() => receiver.close())
    cleanup(deliver())
    await areTried(webhook.id, 1)

    const [attempt] = await attemptsOf(webhook.id)
    assert.equal(attempt.error_code, 'REDIRECTED')
    assert.include(attempt.error, '169.254.169.254')
  })

  test('a huge answer is read to its bound, one that breaks off is a failure, nobody there too', async ({
    assert,
    cleanup,
  }) => {
    const [huge, broken, gone] = await Promise.all([1, 2, 3].map(() => receiveWebhooks()))
    huge.answerWith((response) => response.end('x'.repeat(2_000_000)))
    broken.answerWith((response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half')
      setTimeout(() => response.destroy(), 20)
    })
    await gone.close()
    const made = []
    for (const { url } of [huge, broken, gone]) made.push((await addWebhook(url)).webhook)
    await makeVideo()
    cleanup(() => huge.close())
    cleanup(() => broken.close())
    cleanup(deliver())
    for (const { id } of made) await areTried(id, 1)

    const [[large], [half], [none]] = await Promise.all(made.map(({ id }) => attemptsOf(id)))
    assert.isNull(large.error_code)
    assert.isTrue(large.is_body_cut)
    assert.lengthOf(large.response_body, 16 * 1024)
    assert.equal(half.error_code, 'E_ADDRESS_UNREACHABLE')
    assert.equal(none.error_code, 'E_ADDRESS_UNREACHABLE')
  })

  test('an address that became private is refused when it is sent to', async ({
    assert,
    cleanup,
  }) => {
    const receiver = await receiveWebhooks()
    const { webhook } = await addWebhook(receiver.url)
    await webhook.merge({ url: 'http://127.0.0.2:9/hook' }).save()
    await makeVideo()
    cleanup(() => receiver.close())
    cleanup(deliver())
    await areTried(webhook.id, 1)

    const [attempt] = await attemptsOf(webhook.id)
    assert.equal(attempt.error_code, 'E_ADDRESS_REFUSED')
  })

  test('one that answers slowly holds up nobody else', async ({ assert, cleanup }) => {
    const [slow, quick] = await Promise.all([receiveWebhooks(), receiveWebhooks()])
    slow.answerWith(() => {})
    const first = await addWebhook(slow.url)
    const { webhook } = await addWebhook(quick.url)
    for (let at = 0; at < 50; at++) await makeVideo()
    const stop = deliver()
    cleanup(() => quick.close())
    await areDelivered(webhook.id, 50)

    assert.lengthOf(slow.received, 6) // as many as one gets at once, still unanswered
    assert.lengthOf(await attemptsOf(first.webhook.id), 0)
    await slow.close()
    await stop()
  })

  test('of one video nothing overtakes what waits; other videos go on', async ({
    assert,
    cleanup,
  }) => {
    const receiver = await receiveWebhooks()
    receiver.answerWith((response, at) => {
      response.statusCode = at === 0 ? 503 : 200
      response.end()
    })
    const { webhook } = await addWebhook(receiver.url)
    const video = await makeVideo({ title: 'One' })
    cleanup(() => receiver.close())
    cleanup(deliver())
    await areTried(webhook.id, 1)
    await editVideo({ video, title: 'Two', by: BY })
    await editVideo({ video, title: 'Three', by: BY })
    const other = await makeVideo({ title: 'Other' })
    await areDelivered(webhook.id, 1)

    assert.deepEqual(titlesOf(receiver.received), ['One', 'Other'])
    await hurry()
    await areDelivered(webhook.id, 4)
    assert.deepEqual(titlesOf(receiver.received), ['One', 'Other', 'One', 'Two', 'Three'])
    assert.equal(receiver.received[1].body.video_id, other.id)
  })

  test('what two processes deliver is sent once, and in order', async ({ assert, cleanup }) => {
    const receiver = await receiveWebhooks()
    const { webhook } = await addWebhook(receiver.url)
    const videos = await Promise.all(Array.from({ length: 10 }, () => makeVideo()))
    for (const title of ['a', 'b', 'c']) {
      for (const video of videos) await editVideo({ video, title, by: BY })
    }
    cleanup(() => receiver.close())
    cleanup(deliver())
    cleanup(deliver())
    await areDelivered(webhook.id, 40)

    assert.lengthOf(receiver.received, 40)
    for (const { id } of videos) {
      const ofVideo = receiver.received.filter(({ body }) => body.video_id === id)
      assert.deepEqual(titlesOf(ofVideo).slice(1), ['a', 'b', 'c'])
    }
  })

  test('what a killed process was sending is sent again by another', async ({
    assert,
    cleanup,
  }) => {
    const receiver = await receiveWebhooks()
    receiver.answerWith((response, at) => at > 0 && response.end())
    const { webhook } = await addWebhook(receiver.url)
    await makeVideo()
    const worker = spawnWorker({ OUTBOUND_ALLOWED_PRIVATE: '127.0.0.1' })
    cleanup(() => void endProcess(worker, 'SIGKILL'))
    cleanup(() => receiver.close())
    await receiver.heard(1)
    await endProcess(worker, 'SIGKILL')
    const [{ status }] = await deliveriesOf(webhook.id)
    await db.from('webhook_deliveries').update({ lease_expires_at: db.raw('now()') })
    cleanup(() => receiver.close())
    cleanup(deliver())
    await areDelivered(webhook.id, 1)

    assert.equal(status, 'pending')
    assert.deepEqual(
      receiver.received.map(({ headers }) => headers['webhook-attempt']),
      ['1', '2']
    )
    const [lost] = await attemptsOf(webhook.id)
    assert.containsSubset(lost, { number: 1, error_code: 'SENDER_VANISHED' })
  })

  test('after a day it is given up, and the next of its video goes', async ({
    assert,
    cleanup,
  }) => {
    const receiver = await receiveWebhooks()
    receiver.answerWith((response, at) => {
      response.statusCode = at === 0 ? 500 : 200
      response.end()
    })
    const { webhook } = await addWebhook(receiver.url)
    const video = await makeVideo()
    await editVideo({ video, title: 'Later', by: BY })
    await db.rawQuery(`select relay_events(10)`)
    const { queueDeliveries } = await import('#webhooks/queue_deliveries')
    await queueDeliveries()
    await db.from('webhook_deliveries').update({ give_up_at: db.raw('now()') })
    cleanup(() => receiver.close())
    cleanup(deliver())
    await areDelivered(webhook.id, 1)

    const statuses = (await deliveriesOf(webhook.id)).map(({ status }) => status)
    assert.deepEqual(statuses, ['failed', 'delivered'])
  })
})

function idOf({ headers }: Received): string {
  return headers['webhook-id']
}

function titlesOf(received: Received[]) {
  return received.map(({ body }) => body.data.title)
}
