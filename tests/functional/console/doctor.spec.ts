import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { personOf } from '#tests/helpers/people'

test.group('Doctor page', (group) => {
  group.each.setup(() => cleanDatabase())

  test('shows what is wrong with its remedy, and repairs what can be', async ({
    client,
    assert,
  }) => {
    const admin = await personOf('admin')
    const video = await makeVideo()
    await db.from('videos').where('id', video.id).update({ status: 'processing' })

    const before = await client.get('/doctor').loginAs(admin)
    const repaired = await client.post('/doctor/repairs').loginAs(admin).withCsrfToken()
    const { status } = await db.from('videos').where('id', video.id).firstOrFail()
    const [line] = await db.from('audit').where('user_id', admin.id)

    assert.match(before.text(), /Repair \d+/)
    assert.include(before.text(), 'Start one: ./ace up, or ./ace work')
    assert.match(repaired.text(), /findings? repaired\./)
    assert.equal(status, 'pending')
    assert.equal(line.via, 'console')
  })

  test('is for administrators', async ({ client, assert }) => {
    const operator = await personOf('operator')

    const page = await client.get('/doctor').loginAs(operator)
    const repair = await client.post('/doctor/repairs').loginAs(operator).withCsrfToken()

    assert.deepEqual([page.status(), repair.status()], [403, 403])
  })
})
