import { test } from '@japa/runner'
import { cleanDatabase } from '../../helpers/clean_database.js'
import { makeVideo } from '../../helpers/make_video.js'
import { tokenOf } from '../../helpers/people.js'

test.group('Operations by the API', (group) => {
  group.each.setup(() => cleanDatabase())

  test('are listed with what they take', async ({ client, assert }) => {
    const answer = await client.get('/api/v1/operations').bearerToken(await tokenOf('viewer'))

    answer.assertStatus(200)
    const resize = answer.body().data.find((one: { name: string }) => one.name === 'resize')
    assert.equal(resize.parameters.width.kind, 'number')
  })

  test('are started with parameters', async ({ client }) => {
    const video = await makeVideo()

    const answer = await client
      .post(`/api/v1/videos/${video.id}/jobs`)
      .bearerToken(await tokenOf('operator'))
      .json({ operation: 'resize', parameters: { width: 640, height: 360 } })

    answer.assertStatus(202)
    answer.assertBodyContains({
      operation: 'resize',
      preset: null,
      parameters: { width: 640, height: 360 },
      status: 'queued',
    })
  })

  test('a wrong value is told with its name and range', async ({ client, assert }) => {
    const video = await makeVideo()

    const answer = await client
      .post(`/api/v1/videos/${video.id}/jobs`)
      .bearerToken(await tokenOf('operator'))
      .json({ operation: 'resize', parameters: { width: 'wide' } })

    answer.assertStatus(422)
    assert.equal(answer.body().code, 'E_INVALID_PARAMETER')
    assert.match(answer.body().detail, /width.*wide/)
  })

  test('an unknown one is refused with those that exist', async ({ client, assert }) => {
    const video = await makeVideo()

    const answer = await client
      .post(`/api/v1/videos/${video.id}/jobs`)
      .bearerToken(await tokenOf('operator'))
      .json({ operation: 'rm -rf' })

    answer.assertStatus(422)
    assert.equal(answer.body().code, 'E_OPERATION_NOT_FOUND')
    assert.include(answer.body().detail, 'extract_audio')
  })

  test('neither preset nor operation is refused', async ({ client }) => {
    const video = await makeVideo()

    const answer = await client
      .post(`/api/v1/videos/${video.id}/jobs`)
      .bearerToken(await tokenOf('operator'))
      .json({})

    answer.assertStatus(422)
  })
})
