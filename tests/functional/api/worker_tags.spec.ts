import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { registerWorker } from '#jobs/worker_registry'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { personOf, tokenOf } from '#tests/helpers/people'

const NOBODY = 'Waits for a worker with the tag gpu: none is alive'

test.group('Tags of workers', (group) => {
  let token: string

  group.each.setup(async () => {
    await cleanDatabase()
    token = await tokenOf('admin')
    const able = { tags: ['big'], payloadVersion: 1, version: '1.2.3' }
    await registerWorker('films', { encode: 2, quick: 0 }, able)
  })

  test('are asked for with a job, which tells what it waits for', async ({ client, assert }) => {
    const { id } = await makeVideo()
    const asked = { preset: 'mobile', worker_tags: ['gpu'] }
    const started = await client.post(`/api/v1/videos/${id}/jobs`).bearerToken(token).json(asked)
    started.assertStatus(202)
    started.assertBodyContains({ worker_tags: ['gpu'], payload_version: 1, waits_for: NOBODY })

    const queue = await client.get('/api/v1/queue').bearerToken(token)
    queue.assertStatus(200)
    queue.assertBodyContains({
      stranded: [{ lane: 'encode', worker_tags: ['gpu'], jobs: 1, reason: NOBODY }],
      workers: [{ id: 'films', tags: ['big'], version: '1.2.3', payload_version: 1 }],
    })
    assert.equal(queue.body().workers[0].lanes.quick.slots, 0)
  })

  test('are asked for with a batch', async ({ client, assert }) => {
    await makeVideo()
    const asked = { preset: 'mobile', worker_tags: ['gpu', 'arm'] }
    const started = await client.post('/api/v1/batches').bearerToken(token).json(asked)
    started.assertStatus(202)

    const { worker_tags: tags } = await db.from('jobs').firstOrFail()
    assert.deepEqual(tags, ['arm', 'gpu'])
  })

  test('are kept with a preset', async ({ client }) => {
    const limits = { workerTags: ['gpu'] }
    const changed = await client.patch('/api/v1/presets/mobile').bearerToken(token).json({ limits })
    changed.assertStatus(200)
    changed.assertBodyContains({ limits })
  })

  test('are refused where they are none: {tags}')
    .with([{ tags: ['GPU'] }, { tags: [''] }, { tags: [...'abcdefghi'] }, { tags: ['a b'] }])
    .run(async ({ client }, { tags }) => {
      const { id } = await makeVideo()
      const asked = { preset: 'mobile', worker_tags: tags }
      const refused = await client.post(`/api/v1/videos/${id}/jobs`).bearerToken(token).json(asked)
      refused.assertStatus(422)
    })

  test('stand in the console: on the job, the overview and the queue', async ({ client }) => {
    const { id } = await makeVideo()
    const asked = { preset: 'mobile', worker_tags: ['gpu'] }
    const started = await client.post(`/api/v1/videos/${id}/jobs`).bearerToken(token).json(asked)
    const admin = await personOf('admin')

    for (const path of [`/jobs/${started.body().id}`, '/', '/lanes']) {
      const page = await client.get(path).loginAs(admin)
      page.assertTextIncludes(' for a worker with the tag gpu: none is alive')
    }
    const overview = await client.get('/').loginAs(admin)
    overview.assertTextIncludes('Version 1.2.3, tags big')
  })
})
