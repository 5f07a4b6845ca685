import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Webhook as Verifier } from 'standardwebhooks'
import TestWebhook from '#webhooks/test_webhook'
import { dismissDelivery } from '#webhooks/dismiss_deliveries'
import { replayDelivery, replayRange } from '#webhooks/replay_deliveries'
import { editVideo } from '#videos/edit_video'
import { cleanDatabase } from '../../helpers/clean_database.js'
import { makeVideo } from '../../helpers/make_video.js'
import { receiveWebhooks } from '../../helpers/webhook_receiver.js'
import {
  addWebhook,
  areDelivered,
  areTried,
  BY,
  change,
  deliver,
  deliveriesOf,
  send,
} from '../../helpers/webhooks.js'

test.group('Webhooks', (group) => {
  group.each.setup(() => cleanDatabase())

  test('an address within our own network, or none at all, is refused', async ({ assert }) => {
    const addresses = ['http://10.0.0.1/', 'http://169.254.169.254/', 'http://[::1]/', 'ftp://a.b/']
    for (const url of addresses) {
      await assert.rejects(() => addWebhook(url), /private|http/)
    }
    assert.lengthOf(await db.from('webhooks'), 0)
  })

  test('a type that nobody knows is refused, and so is none', async ({ assert }) => {
    await assert.rejects(() => addWebhook('http://127.0.0.1/', ['video.lost']), /"video.lost"/)
    await assert.rejects(() => addWebhook('http://127.0.0.1/', []), /No type/)
  })

  test('the secret is kept sealed, and never among the details', async ({ assert }) => {
    const { webhook, secret } = await addWebhook('http://127.0.0.1/')
    const told = JSON.stringify(await db.from('audit')) + JSON.stringify(webhook.serialize())

    assert.match(secret, /^whsec_/)
    assert.notInclude(webhook.secret, secret.slice(6))
    assert.notInclude(told, secret.slice(6))
  })

  test('after a rotation both secrets sign for a day, then the new one alone', async ({
    assert,
    cleanup,
  }) => {
    const receiver = await receiveWebhooks()
    cleanup(() => receiver.close())
    const { webhook, secret } = await addWebhook(receiver.url)
    const newer = await change.rotateSecret(webhook, BY)
    await new TestWebhook(send).handle(webhook, BY)
    await webhook.merge({ formerSecretUntil: webhook.createdAt.minus({ seconds: 1 }) }).save()
    await new TestWebhook(send).handle(webhook, BY)

    const [during, after] = receiver.received
    for (const one of [secret, newer]) new Verifier(one).verify(during.text, during.headers)
    new Verifier(newer).verify(after.text, after.headers)
    assert.throws(() => new Verifier(secret).verify(after.text, after.headers))
  })

  test('a test is sent now, also to one that is off, and tells the answer', async ({
    assert,
    cleanup,
  }) => {
    const receiver = await receiveWebhooks()
    cleanup(() => receiver.close())
    receiver.answerWith((response) => response.writeHead(418).end('a teapot'))
    const { webhook } = await addWebhook(receiver.url, ['video.deleted'])
    await change.edit(webhook, { isEnabled: false }, BY)
    const { answer } = await new TestWebhook(send).handle(webhook, BY)

    assert.containsSubset(answer, { status: 418, responseBody: 'a teapot' })
    assert.equal(receiver.received[0].body.type, 'webhook.test')
    const [delivery] = await deliveriesOf(webhook.id)
    assert.equal(delivery.status, 'failed')
    assert.equal((await webhook.refresh()).failureCount, 0)
  })

  test('one that took nothing for days is turned off, with a reason and an audit line', async ({
    assert,
    cleanup,
  }) => {
    const receiver = await receiveWebhooks()
    receiver.answerWith((response) => response.writeHead(500).end())
    const { webhook } = await addWebhook(receiver.url)
    await db
      .from('webhooks')
      .update({ failing_since: db.raw(`now() - interval '6 days'`), failure_count: 9 })
    await makeVideo()
    cleanup(() => receiver.close())
    cleanup(deliver({ stopAfterDays: 5 }))
    await areTried(webhook.id, 1)

    await webhook.refresh()
    assert.equal(webhook.state, 'stopped')
    assert.include(webhook.stopReason!, '5 days, in 10 tries')
    assert.lengthOf(await db.from('audit').where('action', 'webhook.stopped'), 1)

    receiver.answerWith((response) => response.end())
    await change.edit(webhook, { isEnabled: true }, BY)
    assert.equal(webhook.state, 'working')
    await db.from('webhook_deliveries').update({ next_try_at: db.raw('now()') })
    await db.rawQuery(`select pg_notify('webhook_deliveries', '')`)
    await areDelivered(webhook.id, 1)
  })

  test('410 Gone turns it off at once', async ({ assert, cleanup }) => {
    const receiver = await receiveWebhooks()
    receiver.answerWith((response) => response.writeHead(410).end())
    const { webhook } = await addWebhook(receiver.url)
    await makeVideo()
    cleanup(() => receiver.close())
    cleanup(deliver())
    await areTried(webhook.id, 1)

    assert.equal((await webhook.refresh()).state, 'stopped')
  })

  test('a delivery is replayed with its id and counts its tries on', async ({
    assert,
    cleanup,
  }) => {
    const receiver = await receiveWebhooks()
    const { webhook } = await addWebhook(receiver.url)
    await makeVideo()
    cleanup(() => receiver.close())
    cleanup(deliver())
    await areDelivered(webhook.id, 1)
    const [delivery] = await deliveriesOf(webhook.id)
    await replayDelivery(delivery, BY)
    await receiver.heard(2)

    const [first, second] = receiver.received.map(({ headers }) => headers)
    assert.equal(first['webhook-id'], second['webhook-id'])
    assert.equal(second['webhook-attempt'], '2')
  })

  test('a range is replayed in order, also what was never queued', async ({ assert, cleanup }) => {
    const video = await makeVideo({ title: 'Before' })
    await editVideo({ video, title: 'Between', by: BY })
    await editVideo({ video, tags: ['x'], by: BY })
    await db.rawQuery('select relay_events(10)')
    const [{ id: first }] = await db.from('events').orderBy('id').limit(1)
    const receiver = await receiveWebhooks()
    const { webhook } = await addWebhook(receiver.url)
    cleanup(() => receiver.close())
    cleanup(deliver())
    const range = { fromEvent: first, toEvent: first + 1, isFailedOnly: false }
    assert.equal(await replayRange(webhook, range, BY), 2)
    await areDelivered(webhook.id, 2)

    const titles = receiver.received.map(({ body }) => body.data.title)
    assert.deepEqual(titles, ['Before', 'Between'])
    const failed = { from: new Date(0), isFailedOnly: true }
    assert.equal(await replayRange(webhook, failed, BY), 0)
    await assert.rejects(() => replayRange(webhook, { isFailedOnly: false }, BY), /which events/)
  })

  test('what is dismissed is sent no more, and what is behind it goes', async ({
    assert,
    cleanup,
  }) => {
    const receiver = await receiveWebhooks()
    receiver.answerWith((response, at) => response.writeHead(at === 0 ? 500 : 200).end())
    const { webhook } = await addWebhook(receiver.url)
    const video = await makeVideo({ title: 'One' })
    cleanup(() => receiver.close())
    cleanup(deliver())
    await areTried(webhook.id, 1)
    await editVideo({ video, title: 'Two', by: BY })
    const [delivery] = await deliveriesOf(webhook.id)
    await dismissDelivery(delivery, BY)
    await areDelivered(webhook.id, 1)

    const titles = receiver.received.map(({ body }) => body.data.title)
    assert.deepEqual(titles, ['One', 'Two'])
    await assert.rejects(() => dismissDelivery(delivery, BY), /dismissed/)
  })
})
