import { test } from '@japa/runner'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { personOf, tokenOf } from '#tests/helpers/people'
import Video from '#videos/video'

test.group('Metadata of a video', (group) => {
  group.each.setup(() => cleanDatabase())

  test('is kept by name, changed by name and taken away with null', async ({ client, assert }) => {
    const { id } = await makeVideo()
    const token = await tokenOf('operator')
    const edit = (metadata: object) =>
      client.patch(`/api/v1/videos/${id}`).bearerToken(token).json({ metadata })

    const first = await edit({ case: '4711', ward: 'north' })
    const second = await edit({ ward: null, doctor: 'Ada' })
    const title = await client.patch(`/api/v1/videos/${id}`).bearerToken(token).json({ title: 'x' })

    assert.deepEqual(first.body().metadata, { case: '4711', ward: 'north' })
    assert.deepEqual(second.body().metadata, { case: '4711', doctor: 'Ada' })
    assert.deepEqual(title.body().metadata, { case: '4711', doctor: 'Ada' })
    assert.notEqual(first.header('etag'), second.header('etag'))
  })

  test('is shown on the video’s page, as text', async ({ client, assert }) => {
    const { id } = await makeVideo()
    await Video.query()
      .where({ id })
      .update({ metadata: { case: '<b>4711</b>' } })

    const page = await client.get(`/videos/${id}`).loginAs(await personOf('viewer'))

    page.assertStatus(200)
    assert.match(page.text(), /<dt>case<\/dt><dd>&lt;b&gt;4711/)
  })

  test('narrows a list by name and value, whole values alone', async ({ client, assert }) => {
    const token = await tokenOf('operator')
    for (const metadata of [{ case: '4711', ward: 'north' }, { case: '47' }, {}]) {
      const { id } = await makeVideo()
      await Video.query().where({ id }).update({ metadata })
    }
    const found = async (query: string) => {
      const answer = await client.get(`/api/v1/videos?${query}`).bearerToken(token)
      answer.assertStatus(200)
      return answer.body().data.map(({ metadata }: { metadata: object }) => metadata)
    }

    assert.deepEqual(await found('metadata[case]=4711'), [{ case: '4711', ward: 'north' }])
    assert.deepEqual(await found('metadata[case]=47'), [{ case: '47' }])
    assert.lengthOf(await found('metadata[case]=4711&metadata[ward]=south'), 0)
    assert.lengthOf(await found(`metadata[case]=${encodeURIComponent(`' or 1=1 --`)}`), 0)
  })

  test('is refused where it is {what}')
    .with([
      { what: 'no text', metadata: { case: { deep: 1 } }, code: 'E_VALIDATION' },
      { what: 'no map', metadata: ['a'], code: 'E_VALIDATION' },
      { what: 'called oddly', metadata: { '../x': '1' }, code: 'E_METADATA_REFUSED' },
      { what: 'too long', metadata: { a: 'x'.repeat(501) }, code: 'E_METADATA_REFUSED' },
      { what: 'too much', metadata: manyNames(51), code: 'E_METADATA_REFUSED' },
    ])
    .run(async ({ client, assert }, { metadata, code }) => {
      const { id } = await makeVideo()

      const answer = await client
        .patch(`/api/v1/videos/${id}`)
        .bearerToken(await tokenOf('operator'))
        .json({ metadata })

      answer.assertStatus(422)
      assert.equal(answer.body().code, code)
      assert.deepEqual((await Video.findOrFail(id)).metadata, {})
    })
})

function manyNames(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`name-${at}`, 'x']))
}
