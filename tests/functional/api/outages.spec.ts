import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { DiskStore } from '#storage/disk_store'
import { StorageUnreachable } from '#storage/errors'
import { MediaStore } from '#storage/media_store'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { spawnServer } from '#tests/helpers/spawn_server'
import { tokenOf } from '#tests/helpers/people'
import { publishedVideo } from '#tests/helpers/published_video'

/** Nothing listens there. */
const NO_POSTGRES = 'postgres://nobody:secret@127.0.0.1:1/nothing'

test.group('Outages', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.teardown(() => app.container.restoreAll())

  test('without Postgres the answer is 503 with the remedy and no secret', async ({
    assert,
    cleanup,
  }) => {
    const server = await spawnServer({ DATABASE_URL: NO_POSTGRES })
    cleanup(async () => void (await server.end()))
    const { address } = server

    const headers = { authorization: `Bearer ${await tokenOf('viewer')}` }
    const answer = await fetch(`${address}/api/v1/videos`, { headers })
    const ready = await fetch(`${address}/health/ready`)

    assert.equal(answer.status, 503)
    assert.equal(answer.headers.get('retry-after'), '5')
    const problem = await answer.text()
    assert.equal(JSON.parse(problem).code, 'E_DATABASE_UNREACHABLE')
    assert.include(problem, 'DATABASE_URL')
    assert.notInclude(problem, 'secret')
    assert.equal(ready.status, 503)
  })

  test('a store that does not answer is 503 with the remedy', async ({ client, assert }) => {
    const { path } = await publishedVideo(10)
    brokenStore(new StorageUnreachable('EIO: input/output error'))

    const answer = await client.get(path).bearerToken(await tokenOf('viewer'))

    answer.assertStatus(503)
    assert.equal(answer.body().code, 'E_STORAGE_UNREACHABLE')
    assert.include(answer.body().detail, 'STORAGE_PATH')
  })

  test('the unforeseen is 500 with the request’s id and nothing else', async ({
    client,
    assert,
  }) => {
    const { path } = await publishedVideo(10)
    brokenStore(new Error('the password is swordfish'))

    const answer = await client
      .get(path)
      .header('x-request-id', 'trace-me-4711')
      .bearerToken(await tokenOf('viewer'))

    answer.assertStatus(500)
    assert.notInclude(answer.text(), 'swordfish')
    assert.containsSubset(answer.body(), { code: 'E_INTERNAL', request_id: 'trace-me-4711' })
  })

  function brokenStore(error: Error) {
    app.container.swap(MediaStore, () => {
      const store = new DiskStore('/nonexistent')
      store.sizeOf = async () => 10
      store.read = () => Promise.reject(error)
      return store
    })
  }
})
