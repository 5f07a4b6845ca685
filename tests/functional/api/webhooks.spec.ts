import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { Webhook as Verifier } from 'standardwebhooks'
import { Outbound } from '#outbound/outbound'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { tokenOf } from '#tests/helpers/people'
import { receiveWebhooks, type Receiver } from '#tests/helpers/webhook_receiver'
import { areDelivered, deliver, outbound } from '#tests/helpers/webhooks'

const WEBHOOKS = '/api/v1/webhooks'

test.group('Webhooks on the API', (group) => {
  let admin: string
  let receiver: Receiver

  group.each.setup(async () => {
    await cleanDatabase()
    admin = await tokenOf('admin')
    receiver = await receiveWebhooks()
    app.container.swap(Outbound, () => outbound)
    return async () => {
      app.container.restore(Outbound)
      await receiver.close()
    }
  })

  test('are made, read, changed and deleted; the secret is told once', async ({
    client,
    assert,
  }) => {
    const wish = { url: receiver.url, description: 'Site', event_types: ['job.completed'] }
    const made = await client.post(WEBHOOKS).bearerToken(admin).json(wish)
    const path = made.header('location')!
    const read = await client.get(path).bearerToken(admin)
    const changed = await client.patch(path).bearerToken(admin).json({ is_enabled: false })
    const rotated = await client.post(`${path}/secret/rotate`).bearerToken(admin)
    const deleted = await client.delete(path).bearerToken(admin)
    const gone = await client.get(path).bearerToken(admin)

    made.assertStatus(201)
    const { secret, ...webhook } = made.body()
    assert.match(secret, /^whsec_/)
    assert.containsSubset(webhook, { ...wish, state: 'working', is_enabled: true })
    assert.deepEqual(read.body(), webhook)
    assert.containsSubset(changed.body(), { ...wish, state: 'off' })
    assert.notEqual(rotated.body().secret, secret)
    assert.isString(rotated.body().former_secret_until)
    deleted.assertStatus(204)
    gone.assertStatus(404)
    const lines = await db.from('audit').where('subject_type', 'webhook').orderBy('id')
    assert.deepEqual(
      lines.map(({ action }) => action),
      ['webhook.created', 'webhook.edited', 'webhook.secret_rotated', 'webhook.deleted']
    )
  })

  test('a wrong one is refused with what helps', async ({ client, assert }) => {
    const ask = (json: object) => client.post(WEBHOOKS).bearerToken(admin).json(json)
    const priv = await ask({ url: 'http://192.168.0.1/' })
    const unknown = await ask({ url: receiver.url, event_types: ['job.lost'] })
    const none = await ask({ event_types: ['*'] })

    priv.assertBodyContains({ status: 422, code: 'E_WEBHOOK_URL_REFUSED' })
    assert.include(priv.body().detail, 'OUTBOUND_ALLOWED_PRIVATE')
    unknown.assertBodyContains({ status: 422, code: 'E_WEBHOOK_TYPES_REFUSED' })
    none.assertBodyContains({ status: 422, code: 'E_VALIDATION' })
  })

  test('a test tells at once what was answered', async ({ client, assert }) => {
    const made = await client.post(WEBHOOKS).bearerToken(admin).json({ url: receiver.url })
    const tested = await client.post(`${made.header('location')}/test`).bearerToken(admin)
    const delivery = await client.get(tested.body().links.delivery).bearerToken(admin)

    tested.assertBodyContains({ is_taken: true, status: 200, response_body: 'thank you' })
    const [{ text, headers, body }] = receiver.received
    assert.deepEqual(new Verifier(made.body().secret).verify(text, headers), body)
    assert.deepEqual(delivery.body().body, body)
    assert.equal(delivery.body().attempts[0].request_headers['webhook-id'], `evt_${body.id}`)
  })

  test('deliveries are listed, shown, replayed and dismissed', async ({
    client,
    assert,
    cleanup,
  }) => {
    receiver.answerWith((response, at) => response.writeHead(at === 0 ? 500 : 200).end())
    const made = await client.post(WEBHOOKS).bearerToken(admin).json({ url: receiver.url })
    const { id } = made.body()
    const path = made.header('location')!
    await makeVideo()
    cleanup(deliver())
    await receiver.heard(1)
    await makeVideo()
    await areDelivered(id, 1)
    const ask = (qs = {}) => client.get(`${path}/deliveries`).qs(qs).bearerToken(admin)
    const post = (at: string, body = {}) => client.post(at).bearerToken(admin).json(body)

    const page = await ask({ limit: 1 })
    const rest = await ask({ limit: 1, after: page.body().meta.next_cursor })
    const failing = (await ask({ status: 'pending' })).body().data
    assert.deepEqual(failing, rest.body().data)
    assert.containsSubset(failing[0], { attempt_count: 1, last_status: 500 })
    const dismissed = await post(`${failing[0].links.self}/dismissal`)
    assert.equal(dismissed.body().status, 'dismissed')
    ;(await post(`${failing[0].links.self}/dismissal`)).assertStatus(409)
    ;(await post(`${failing[0].links.self}/replay`)).assertStatus(202)
    await areDelivered(id, 2)
    const shown = await client.get(failing[0].links.self).bearerToken(admin)
    assert.lengthOf(shown.body().attempts, 2)
    const range = { from_event: failing[0].event_id, to_event: failing[0].event_id + 1 }
    assert.equal((await post(`${path}/deliveries/replay`, range)).body().replayed, 2)
    await receiver.heard(5)
    ;(await post(`${path}/deliveries/replay`, { from: '2026-02-31T25:00:00Z' })).assertStatus(422)
  })

  test('what is no id is 404: {$self}')
    .with(['0', '-1', '1.5', '99999999999999999999', 'abc'])
    .run(async ({ client }, id) => {
      const ask = (path: string) => client.get(`/api/v1/${path}`).bearerToken(admin)
      ;(await ask(`webhooks/${id}`)).assertStatus(404)
      ;(await ask(`deliveries/${id}`)).assertStatus(404)
    })
})
