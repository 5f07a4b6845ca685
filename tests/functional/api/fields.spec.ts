import { test } from '@japa/runner'
import { knownFields } from '#http/lists/known_fields'
import { apiRoutes } from '#tests/helpers/api_routes'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { tokenOf } from '#tests/helpers/people'

test.group('With fields, answers have those alone', (group) => {
  group.each.setup(() => cleanDatabase())

  test('of one thing, and of each in a list', async ({ client, assert }) => {
    const video = await makeVideo({ title: 'Sea' })
    const token = await tokenOf('viewer')
    const get = (path: string) => client.get(`/api/v1${path}`).bearerToken(token)

    const one = await get(`/videos/${video.id}?fields=id,title`)
    const list = await get('/videos?fields=title,status&limit=1')
    const queue = await get('/queue?fields=lanes')

    assert.deepEqual(one.body(), { id: video.id, title: 'Sea' })
    assert.deepEqual(list.body().data, [{ title: 'Sea', status: 'pending' }])
    assert.equal(list.body().meta.total, 1)
    assert.deepEqual(Object.keys(queue.body()), ['lanes'])
  })

  test('what is no field is 422, and told what would be: {$self}')
    .with(['id,colour', '', 'id,', 'fields[a]=id', '__proto__', 'meta'])
    .run(async ({ client, assert }, said) => {
      const query = said.includes('=') ? said : `fields=${said}`
      const answer = await client
        .get(`/api/v1/videos?${query}`)
        .bearerToken(await tokenOf('viewer'))

      answer.assertStatus(422)
      assert.equal(answer.body().errors[0].field, 'fields')
      assert.include(answer.body().errors[0].message, 'id, title')
    })

  test('everything that answers with JSON knows its fields', ({ assert }) => {
    const gets = apiRoutes().filter(({ method }) => method === 'GET')
    const without = gets.filter(({ pattern }) => knownFields(pattern) === null)

    assert.isAbove(gets.length, 25)
    for (const { pattern } of without) {
      assert.match(pattern, /openapi|:name|:file|poster|picture|original|log|events|tus/, pattern)
    }
  })
})
