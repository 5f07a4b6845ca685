import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { ace, aceJson } from '#tests/helpers/ace'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { addWebhook } from '#tests/helpers/webhooks'

test.group('webhooks', (group) => {
  group.each.timeout(60_000)
  group.each.setup(() => cleanDatabase())

  test('are listed with how they stand, never with their secrets', async ({ assert }) => {
    const none = await ace(['webhooks'])
    const { webhook } = await addWebhook('http://127.0.0.1:9/hook', ['job.failed'])
    const stopped = { is_enabled: false, stopped_at: new Date(), stop_reason: 'It took nothing' }
    await db.from('webhooks').where('id', webhook.id).update(stopped)
    const list = await ace(['webhooks'])
    const { result } = await aceJson(['webhooks'])

    assert.include(none.stdout, 'There are none yet')
    assert.match(list.stdout, /127\.0\.0\.1:9\/hook.*stopped/)
    assert.include(list.stdout, `Webhook ${webhook.id} was turned off: It took nothing`)
    assert.containsSubset(result.webhooks, [
      { id: webhook.id, state: 'stopped', eventTypes: ['job.failed'] },
    ])
    assert.notProperty(result.webhooks[0], 'secret')
  })
})
