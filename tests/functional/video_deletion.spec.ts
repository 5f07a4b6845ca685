import { test } from '@japa/runner'
import Video from '#videos/video'
import { claimJob } from '#jobs/life/claim_job'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { personOf, tokenOf } from '#tests/helpers/people'
import { publishedVideo } from '#tests/helpers/published_video'
import { startJob } from '#tests/helpers/work'

test.group('Deleting a video by the API', (group) => {
  group.each.setup(() => cleanDatabase())

  test('an administrator deletes it: 204, and 404 from then on', async ({ client, assert }) => {
    const { video } = await publishedVideo(10)
    await startJob(video)
    const token = await tokenOf('admin')
    const path = `/api/v1/videos/${video.id}`

    const deleted = await client.delete(path).bearerToken(token)
    const again = await client.delete(path).bearerToken(token)
    const file = await client.get(`${path}/renditions/medium`).bearerToken(token)

    assert.deepEqual([deleted.status(), again.status(), file.status()], [204, 404, 404])
    assert.equal(again.body().code, 'E_VIDEO_NOT_FOUND')
  })

  test('while a job of it runs: 202, and nothing new is begun', async ({ client, assert }) => {
    const video = await makeVideo()
    await claimJob((await startJob(video)).id, 'w')
    const token = await tokenOf('admin')
    const path = `/api/v1/videos/${video.id}`

    const deleted = await client.delete(path).bearerToken(token)
    const started = await client.post(`${path}/jobs`).bearerToken(token).json({ preset: 'low' })

    deleted.assertStatus(202)
    assert.deepInclude(deleted.body(), { id: video.id, is_being_deleted: true })
    assert.deepEqual([started.status(), started.body().code], [409, 'E_VIDEO_BEING_DELETED'])
    assert.isNotNull(await Video.find(video.id))
  })

  test('a {$self} may not')
    .with(['viewer', 'operator'] as const)
    .run(async ({ client, assert }, role) => {
      const { id } = await makeVideo()

      const answer = await client.delete(`/api/v1/videos/${id}`).bearerToken(await tokenOf(role))

      answer.assertStatus(403)
      assert.isNotNull(await Video.find(id))
    })
})

test.group('Deleting a video on the console', (group) => {
  group.each.setup(() => cleanDatabase())

  test('an administrator is asked with what goes, and it goes', async ({ client, assert }) => {
    const { video } = await publishedVideo(10, 'By the sea')
    const admin = await personOf('admin')
    const path = `/videos/${video.id}`

    const page = await client.get(path).loginAs(admin)
    const deleted = await client.delete(path).loginAs(admin).withCsrfToken().redirects(1)

    assert.match(
      page.text(),
      /data-confirm="Delete “By the sea”\? The original, 1 rendition and 0 jobs go/
    )
    assert.equal(deleted.status(), 200)
    assert.include(deleted.text(), '“By the sea” is gone.')
    assert.isNull(await Video.find(video.id))
  })

  test('an operator sees no such button and may not', async ({ client, assert }) => {
    const { id } = await makeVideo()
    const operator = await personOf('operator')

    const page = await client.get(`/videos/${id}`).loginAs(operator)
    const refused = await client.delete(`/videos/${id}`).loginAs(operator).withCsrfToken()

    assert.notInclude(page.text(), `/videos/${id}?_method=DELETE`)
    assert.equal(refused.status(), 403)
    assert.isNotNull(await Video.find(id))
  })
})
