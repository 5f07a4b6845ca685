import { test } from '@japa/runner'
import { recordAudit } from '#accounts/audit'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { personOf } from '#tests/helpers/people'
import type { ApiClient } from '@japa/api-client'
import type User from '#accounts/user'

test.group('Audit page', (group) => {
  let admin: User

  group.each.setup(async () => {
    await cleanDatabase()
    admin = await personOf('admin')
  })

  const act = (name: string, action: string, id: string, details = {}) => {
    const by = { userId: null, name, via: 'console' } as const
    return recordAudit({ by, action, subject: { type: 'video', id }, details })
  }

  /** Ids of the videos that the page tells of, in its order. */
  async function told(client: ApiClient, query: object): Promise<string[]> {
    const page = await client.get('/audit').qs(query).loginAs(admin)
    return [...page.text().matchAll(/<a href="\/videos\/(\d+)"/g)].map(([, id]) => id)
  }

  test('is searched by who, what, subject, day and words', async ({ client, assert }) => {
    await act('Ada', 'video.added', '1', { originalName: 'holiday-42.MOV' })
    await act('Grace', 'video.edited', '2', { title: 'Größe' })
    await act('Ada', 'video.edited', '3')
    const today = new Date().toISOString().slice(0, 10)

    assert.deepEqual(await told(client, {}), ['3', '2', '1'])
    assert.deepEqual(await told(client, { actor: 'Ada' }), ['3', '1'])
    assert.deepEqual(await told(client, { action: 'video.edited' }), ['3', '2'])
    assert.deepEqual(await told(client, { type: 'video', id: '2' }), ['2'])
    assert.deepEqual(await told(client, { text: 'HOLI mov' }), ['1'])
    assert.deepEqual(await told(client, { text: 'größe' }), ['2'])
    assert.deepEqual(await told(client, { text: 'ada edited' }), ['3'])
    assert.deepEqual(await told(client, { from: today, to: today }), ['3', '2', '1'])
    assert.deepEqual(await told(client, { to: '2020-01-01' }), [])
    assert.deepEqual(await told(client, { text: `' | & !:* (`, id: '9', after: 'x' }), [
      '3',
      '2',
      '1',
    ])
  })

  test('every line stands on one page, whatever arrives meanwhile', async ({ client, assert }) => {
    for (let id = 1; id <= 60; id += 1) await act('Ada', 'video.added', String(id))

    const first = await client.get('/audit').qs({ actor: 'Ada' }).loginAs(admin)
    await act('Ada', 'video.added', '61')
    const next = /rel="next" href="([^"]+)"/.exec(first.text())![1].replaceAll('&amp;', '&')
    const query = Object.fromEntries(new URL(next, 'http://x').searchParams)

    assert.equal(query.actor, 'Ada')
    assert.deepEqual(
      await told(client, query),
      Array.from({ length: 10 }, (_, at) => String(10 - at))
    )
  })

  test('shows hostile names and details as text', async ({ client, assert }) => {
    await act('<script>alert(1)</script>', 'video.added', '1', { title: '<img src=x>' })

    const page = await client.get('/audit').loginAs(admin)

    assert.notInclude(page.text(), '<script>alert')
    assert.notInclude(page.text(), '<img src=x')
    assert.include(page.text(), '&lt;img src=x')
  })

  test('is for administrators', async ({ client, assert }) => {
    const page = await client.get('/audit').loginAs(await personOf('operator'))

    assert.equal(page.status(), 403)
  })
})
