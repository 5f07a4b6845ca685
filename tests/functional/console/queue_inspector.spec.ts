import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { BullmqJobQueue } from '#queue/bullmq_job_queue'
import { QUEUE_NAMES } from '#queue/queue_names'
import { JobQueue } from '#jobs/job_queue'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { personOf } from '#tests/helpers/people'

const PAUSE = `/queues/api/queues/${QUEUE_NAMES.encode}/pause`

test.group('Queue inspector', (group) => {
  group.each.setup(() => cleanDatabase())

  async function queue() {
    const opened = await app.container.make(JobQueue)
    if (!(opened instanceof BullmqJobQueue)) throw new Error('the queue is no BullMQ queue')
    return opened.open('encode')
  }

  test('shows its page and its files to whoever is signed in', async ({ client, assert }) => {
    const viewer = await personOf('viewer')

    const page = await client.get('/queues').loginAs(viewer)
    const script = /static\/js\/main[^"]+/.exec(page.text())![0]
    const file = await client.get(`/queues/${script}`).loginAs(viewer)

    page.assertStatus(200)
    assert.notInclude(page.text(), '//fonts.')
    assert.notInclude(page.text(), '<%')
    file.assertStatus(200)
  })

  test('gives no file from outside its folder', async ({ client }) => {
    const viewer = await personOf('viewer')

    const answer = await client.get('/queues/static/..%2f..%2fpackage.json').loginAs(viewer)

    answer.assertStatus(404)
  })

  test('a viewer looks but changes nothing', async ({ client, assert }) => {
    const viewer = await personOf('viewer')

    const seen = await client.get('/queues/api/queues').loginAs(viewer)
    const refused = await client.put(PAUSE).json({}).loginAs(viewer).withCsrfToken()

    seen.assertStatus(200)
    assert.isTrue(seen.body().queues[0].readOnlyMode)
    refused.assertStatus(403)
    assert.isFalse(await (await queue()).isPaused())
  })

  test('an operator acts, but not without the token', async ({ client, assert, cleanup }) => {
    cleanup(async () => (await queue()).resume())
    const operator = await personOf('operator')

    await client.put(PAUSE).json({}).loginAs(operator).redirects(0)
    const wasPausedWithout = await (await queue()).isPaused()
    const answer = await client.put(PAUSE).json({}).loginAs(operator).withCsrfToken()

    assert.isFalse(wasPausedWithout)
    answer.assertStatus(200)
    assert.isTrue(await (await queue()).isPaused())
  })
})
