import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Job from '#jobs/job'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { tokenOf } from '#tests/helpers/people'

const SMALL = { renditions: [{ name: 'small', video: { maxShortSide: 240 }, audio: {} }] }
const LECTURE = { name: 'lecture', title: 'Lectures', recipe: SMALL }

test.group('Presets by the API', (group) => {
  group.each.setup(() => cleanDatabase())

  test('are made, and offered at once', async ({ client, assert }) => {
    const token = await tokenOf('admin')

    const made = await client.post('/api/v1/presets').bearerToken(token).json(LECTURE)

    made.assertStatus(201)
    made.assertBodyContains({ name: 'lecture', version: 1 })
    const offered = await client.get('/api/v1/presets').bearerToken(token)
    const found = offered.body().data.find((one: { name: string }) => one.name === 'lecture')
    assert.equal(found.recipe.renditions[0].video.maxShortSide, 240)
  })

  test('that change get a new version, and jobs keep theirs', async ({ client, assert }) => {
    const token = await tokenOf('admin')
    const video = await makeVideo()
    await client.post('/api/v1/presets').bearerToken(token).json(LECTURE)
    const start = `/api/v1/videos/${video.id}/jobs`
    const started = await client.post(start).bearerToken(token).json({ preset: 'lecture' })

    const recipe = { renditions: [{ ...SMALL.renditions[0], video: { maxShortSide: 480 } }] }
    const path = '/api/v1/presets/lecture'
    const changed = await client.patch(path).bearerToken(token).json({ recipe, based_on: 1 })

    changed.assertStatus(200)
    changed.assertBodyContains({ version: 2 })
    const job = await Job.query().where('id', started.body().id).firstOrFail()
    await job.load('presetVersion')
    assert.equal(job.presetVersion!.version, 1)
    const versions = await client.get(`${path}/versions`).bearerToken(token)
    const numbers = versions.body().data.map((one: { version: number }) => one.version)
    assert.deepEqual(numbers, [2, 1])
  })

  test('with the same recipe stay at their version', async ({ client }) => {
    const token = await tokenOf('admin')
    await client.post('/api/v1/presets').bearerToken(token).json(LECTURE)

    const path = '/api/v1/presets/lecture'
    const changed = await client.patch(path).bearerToken(token).json({ title: 'T', recipe: SMALL })

    changed.assertBodyContains({ title: 'T', version: 1 })
  })

  test('changed from an old version are refused', async ({ client }) => {
    const token = await tokenOf('admin')
    await client.post('/api/v1/presets').bearerToken(token).json(LECTURE)

    const path = '/api/v1/presets/lecture'
    const changed = await client.patch(path).bearerToken(token).json({ title: 'T', based_on: 7 })

    changed.assertStatus(409)
    changed.assertBodyContains({ code: 'E_PRESET_CHANGED' })
  })

  test('with limits of their own are told them back; a wrong one is named', async ({
    client,
    assert,
  }) => {
    const token = await tokenOf('admin')
    const path = '/api/v1/presets/lecture'
    const limited = { ...LECTURE, limits: { maxFailures: 5, hardTimeS: 7200 } }

    const made = await client.post('/api/v1/presets').bearerToken(token).json(limited)
    const limits = { hardTimeS: 60 }
    const changed = await client.patch(path).bearerToken(token).json({ limits })
    const wrong = await client
      .patch(path)
      .bearerToken(token)
      .json({ limits: { hardTimeS: 0 } })

    made.assertBodyContains({ version: 1, limits: limited.limits })
    assert.deepEqual(changed.body().limits, limits)
    changed.assertBodyContains({ version: 2 })
    wrong.assertStatus(422)
    assert.equal(wrong.body().errors[0].field, 'limits.hardTimeS')
  })

  test('with a wrong field are told its path', async ({ client, assert }) => {
    const recipe = { renditions: [{ name: 'small', video: { maxBitrate: 5 } }] }

    const answer = await client
      .post('/api/v1/presets')
      .bearerToken(await tokenOf('admin'))
      .json({ ...LECTURE, recipe })

    answer.assertStatus(422)
    assert.equal(answer.body().errors[0].field, 'renditions.0.video.maxBitrate')
  })

  test('whose name is taken are refused, also when archived', async ({ client }) => {
    const token = await tokenOf('admin')
    const gone = await client.delete('/api/v1/presets/medium').bearerToken(token)
    gone.assertStatus(204)

    const again = { ...LECTURE, name: 'medium' }
    const answer = await client.post('/api/v1/presets').bearerToken(token).json(again)

    answer.assertStatus(409)
    const video = await makeVideo()
    const start = `/api/v1/videos/${video.id}/jobs`
    const started = await client.post(start).bearerToken(token).json({ preset: 'medium' })
    started.assertStatus(422)
  })

  test('that do not exist are not found', async ({ client }) => {
    const token = await tokenOf('admin')
    const changed = await client.patch('/api/v1/presets/nope').bearerToken(token).json({})
    changed.assertStatus(404)
    const gone = await client.delete('/api/v1/presets/nope').bearerToken(token)
    gone.assertStatus(404)
  })

  test('are changed by administrators alone', async ({ client }) => {
    const token = await tokenOf('operator')
    const made = await client.post('/api/v1/presets').bearerToken(token).json(LECTURE)
    made.assertStatus(403)
    const gone = await client.delete('/api/v1/presets/medium').bearerToken(token)
    gone.assertStatus(403)
  })

  test('leave a line in the audit for each change', async ({ client, assert }) => {
    const token = await tokenOf('admin')
    await client.post('/api/v1/presets').bearerToken(token).json(LECTURE)
    await client.patch('/api/v1/presets/lecture').bearerToken(token).json({ title: 'T' })
    await client.delete('/api/v1/presets/lecture').bearerToken(token)

    const lines = await db.from('audit').where('subject_id', 'lecture').orderBy('id')
    const actions = lines.map(({ action }) => action)
    assert.deepEqual(actions, ['preset.created', 'preset.changed', 'preset.archived'])
  })
})
