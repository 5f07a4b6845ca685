import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { Outbound } from '#outbound/outbound'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { personOf } from '#tests/helpers/people'
import { receiveWebhooks, type Receiver } from '#tests/helpers/webhook_receiver'
import { addWebhook, deliveriesOf, outbound } from '#tests/helpers/webhooks'
import type User from '#accounts/user'

test.group('Webhooks in the console', (group) => {
  let admin: User
  let receiver: Receiver

  group.each.setup(async () => {
    await cleanDatabase()
    admin = await personOf('admin')
    receiver = await receiveWebhooks()
    app.container.swap(Outbound, () => outbound)
    return async () => {
      app.container.restore(Outbound)
      await receiver.close()
    }
  })

  test('nobody is told at first, and the page says what to do', async ({ client }) => {
    const page = await client.get('/webhooks').loginAs(admin)

    page.assertTextIncludes('Nobody is told yet')
    page.assertTextIncludes('/webhooks/new')
  })

  test('one is made, and its secret shown once', async ({ client, assert }) => {
    const form = {
      'url': receiver.url,
      'description': '<b>Site</b>',
      'which': 'choose',
      'types[]': 'job.failed',
    }
    const made = await client.post('/webhooks').form(form).loginAs(admin).withCsrfToken()
    const [{ id }] = await db.from('webhooks')
    const later = await client.get(`/webhooks/${id}`).loginAs(admin)

    made.assertTextIncludes('whsec_')
    made.assertTextIncludes('&lt;b&gt;Site&lt;/b&gt;')
    assert.notInclude(later.text(), 'whsec_')
    const [webhook] = await db.from('webhooks')
    assert.deepEqual(webhook.event_types, ['job.failed'])
  })

  test('what is refused keeps what was typed', async ({ client, assert }) => {
    const form = {
      'url': 'http://10.1.2.3/a',
      'description': 'Site',
      'which': 'choose',
      'types[]': 'job.failed',
    }
    const refused = await client.post('/webhooks').form(form).loginAs(admin).withCsrfToken()

    refused.assertTextIncludes('OUTBOUND_ALLOWED_PRIVATE')
    refused.assertTextIncludes('value="http://10.1.2.3/a"')
    assert.match(refused.text(), /value="job.failed" checked/)
    assert.lengthOf(await db.from('webhooks'), 0)
  })

  test('a test leads to what was answered, escaped', async ({ client }) => {
    receiver.answerWith((response) => response.writeHead(500).end('<script>alert(1)</script>'))
    const { webhook } = await addWebhook(receiver.url)
    const page = await client.post(`/webhooks/${webhook.id}/test`).loginAs(admin).withCsrfToken()

    page.assertTextIncludes('It answered 500')
    page.assertTextIncludes('&lt;script&gt;alert(1)')
  })

  test('it is turned off, told to replay, and deleted', async ({ client, assert }) => {
    const { webhook } = await addWebhook(receiver.url)
    await db
      .table('events')
      .insert({ type: 'video.updated', video_id: 1, payload: '{"title":"Film"}' })
    const path = `/webhooks/${webhook.id}`
    const post = (at: string, form = {}) =>
      client.post(at).form(form).loginAs(admin).withCsrfToken()

    const unclear = await post(`${path}/replay`, { from: 'yesterday', only_failed: 'true' })
    const replayed = await post(`${path}/replay`, { from: '2020-01-01T00:00' })
    const [delivery] = await deliveriesOf(webhook.id)
    const dismissed = await post(`${path}/deliveries/${delivery.id}/dismissal`)
    await post(`${path}?_method=PUT`, { is_enabled: 'false' })
    const elsewhere = await client.get(`/webhooks/999/deliveries/${delivery.id}`).loginAs(admin)

    unclear.assertTextIncludes('It is not said which events')
    replayed.assertTextIncludes('1 event is sent again')
    dismissed.assertTextIncludes('It is given up')
    elsewhere.assertStatus(404)
    assert.equal((await webhook.refresh()).state, 'off')
    await post(`${path}?_method=DELETE`)
    assert.lengthOf(await db.from('webhooks'), 0)
  })

  test('one that Mediakeep turned off is told on the overview', async ({ client }) => {
    const { webhook } = await addWebhook(receiver.url)
    const stopped = { is_enabled: false, stopped_at: new Date(), stop_reason: 'It took nothing' }
    await db.from('webhooks').where('id', webhook.id).update(stopped)
    const page = await client.get('/').loginAs(await personOf('viewer'))

    page.assertTextIncludes('A webhook was turned off')
    page.assertTextIncludes('It took nothing')
  })
})
