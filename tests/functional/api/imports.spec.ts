import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import Import from '#jobs/imports/import'
import db from '@adonisjs/lucid/services/db'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { tokenOf } from '#tests/helpers/people'

const URL = 'https://example.com/film.mp4?key=secret'

test.group('Imports by the API', (group) => {
  let token: string

  group.each.setup(async () => {
    await cleanDatabase()
    token = await tokenOf('operator')
  })

  test('JSON to POST {$self} is 202 with an import')
    .with(['/api/v1/videos', '/api/v1/imports'])
    .run(async ({ client, assert }, path) => {
      const asked = await client
        .post(path)
        .bearerToken(token)
        .json({ url: URL, title: 'Film', tags: ['a'], preset: 'mobile', duplicate: 'reuse' })

      asked.assertStatus(202)
      const { id } = asked.body()
      assert.equal(asked.header('location'), `/api/v1/imports/${id}`)
      assert.containsSubset(asked.body(), {
        ...{ status: 'waiting', source: 'url', address: URL, tags: ['a'], duplicate: 'reuse' },
        ...{ preset: 'mobile', received_bytes: 0, total_bytes: null, error: null, video_id: null },
      })
      const shown = await client.get(`/api/v1/imports/${id}`).bearerToken(token)
      assert.deepEqual(shown.body(), asked.body())
      const list = await client.get('/api/v1/imports?status=waiting').bearerToken(token)
      assert.deepEqual(list.body().data, [asked.body()])
    })

  test('{code}: {title}')
    .with([
      { title: 'neither', body: {}, code: 'E_IMPORT_SOURCE_UNCLEAR' },
      { title: 'both', body: { url: URL, path: '/a' }, code: 'E_IMPORT_SOURCE_UNCLEAR' },
      { title: 'another protocol', body: { url: 'ftp://a/b' }, code: 'E_ADDRESS_INVALID' },
      { title: 'a password', body: { url: 'http://a:b@c.example/' }, code: 'E_ADDRESS_INVALID' },
      { title: 'no folder of ours', body: { path: '/etc/passwd' }, code: 'E_FOLDER_NOT_ALLOWED' },
      { title: 'a relative path', body: { path: 'a.mp4' }, code: 'E_FOLDER_NOT_ALLOWED' },
      { title: 'no such preset', body: { url: URL, preset: 'no' }, code: 'E_PRESET_NOT_FOUND' },
      {
        title: 'too long a tag',
        body: { url: URL, tags: ['a'.repeat(51)] },
        code: 'E_TAGS_REFUSED',
      },
      { title: 'a number', body: { url: 5 }, code: 'E_VALIDATION' },
      { title: 'a NUL', body: { url: 'http://a\0b/' }, code: 'E_VALIDATION' },
      { title: 'a list of lists', body: { url: URL, tags: [[]] }, code: 'E_VALIDATION' },
    ])
    .run(async ({ client, assert }, { body, code }) => {
      const refused = await client.post('/api/v1/imports').bearerToken(token).json(body)
      refused.assertStatus(422)
      assert.equal(refused.body().code, code)
      assert.lengthOf(await Import.all(), 0)
    })

  test('is cancelled once, and retried', async ({ client, assert }) => {
    const { id } = (
      await client.post('/api/v1/imports').bearerToken(token).json({ url: URL })
    ).body()
    const cancel = () => client.post(`/api/v1/imports/${id}/cancellation`).bearerToken(token)
    const retry = () => client.post(`/api/v1/imports/${id}/retry`).bearerToken(token)

    assert.equal((await cancel()).body().status, 'cancelled')
    assert.equal((await cancel()).body().code, 'E_IMPORT_ENDED')
    const retried = await retry()
    retried.assertStatus(202)
    assert.equal(retried.body().status, 'waiting')
    assert.equal((await retry()).body().code, 'E_IMPORT_NOT_RETRIABLE')
    const actions = await db.from('audit').where('subject_id', id).orderBy('id').select('action')
    assert.deepEqual(
      actions.map(({ action }) => action),
      ['import.started', 'import.cancelled', 'import.retried']
    )
  })

  test('is for operators, with the scope; an unknown one is 404', async ({ client, assert }) => {
    const viewer = await tokenOf('viewer')
    const reader = await tokenOf('operator', ['videos:read'])
    const body = { url: URL }
    ;(await client.get('/api/v1/imports').bearerToken(viewer)).assertStatus(403)
    ;(await client.post('/api/v1/imports').bearerToken(reader).json(body)).assertStatus(403)
    ;(await client.post('/api/v1/videos').bearerToken(reader).json(body)).assertStatus(403)
    for (const id of [randomUUID(), '1', '9'.repeat(200)]) {
      const missing = await client.get(`/api/v1/imports/${id}`).bearerToken(token)
      assert.equal(missing.status(), 404)
    }
    const writer = await tokenOf('operator', ['videos:write'])
    const asked = await client
      .post('/api/v1/videos')
      .bearerToken(writer)
      .json({ ...body, preset: 'mobile' })
    assert.equal(asked.status(), 403)
  })
})
