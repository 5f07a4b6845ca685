import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { createApiToken } from '#accounts/api_tokens'
import { mediakeep } from '#accounts/actor'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { personOf } from '#tests/helpers/people'
import type { ApiClient } from '@japa/api-client'
import type User from '#accounts/user'

const VALUE = /mk_[\w-]+\.[\w-]+/

test.group('API tokens page', (group) => {
  group.each.setup(() => cleanDatabase())

  const make = (client: ApiClient, as: User, form: object) =>
    client.post('/tokens').form(form).loginAs(as).withCsrfToken()
  const tokenOf = (user: User, name: string) =>
    createApiToken({ user, name, expiresInS: null, by: mediakeep('system') })

  test('shows a value once; one that may read changes nothing', async ({ client, assert }) => {
    const operator = await personOf('operator')
    const video = await makeVideo()

    const page = await make(client, operator, { name: 'wall', days: 30, ability: 'read' })
    const again = await client.get('/tokens').loginAs(operator)
    const authorization = `Bearer ${VALUE.exec(page.text())![0]}`
    const path = `/api/v1/videos/${video.id}`
    const read = await client.get(path).header('authorization', authorization)
    const change = { title: 'another' }
    const write = await client.patch(path).json(change).header('authorization', authorization)

    assert.notMatch(again.text(), VALUE)
    const lastDay = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
    assert.include(again.text(), `>${lastDay}</time>`)
    assert.equal(read.status(), 200)
    assert.equal(write.status(), 403)
    assert.include(write.body().detail, 'lacks the scope "videos:write"')
  })

  test('one sees and revokes one’s own; an administrator everybody’s', async ({
    client,
    assert,
  }) => {
    const [viewer, other, admin] = [
      await personOf('viewer'),
      await personOf('operator'),
      await personOf('admin'),
    ]
    await tokenOf(viewer, 'mine')
    const { id } = await tokenOf(other, '<i>theirs</i>')
    const revoke = (as: User) => client.delete(`/tokens/${id}`).loginAs(as).withCsrfToken()

    const own = await client.get('/tokens?of=all').loginAs(viewer)
    const all = await client.get('/tokens?of=all').loginAs(admin)
    const refused = await revoke(viewer)
    const left = await db.from('auth_access_tokens').where({ id })
    await revoke(admin)

    assert.notInclude(own.text(), 'theirs')
    assert.include(all.text(), '&lt;i&gt;theirs&lt;/i&gt;')
    assert.equal(refused.status(), 404)
    assert.lengthOf(left, 1)
    assert.lengthOf(await db.from('auth_access_tokens').where({ id }), 0)
  })

  test('one made for chosen things does those alone', async ({ client, assert }) => {
    const form = { 'name': 'chooser', 'days': 30, 'ability': 'choose', 'scopes[]': 'jobs:write' }
    const page = await make(client, await personOf('operator'), form)
    const token = VALUE.exec(page.text())![0]

    const jobs = await client.get('/api/v1/jobs').bearerToken(token)
    const videos = await client.get('/api/v1/videos').bearerToken(token)

    assert.include(page.text(), '<code>jobs:write</code>')
    assert.deepEqual([jobs.status(), videos.status()], [200, 403])
  })

  test('says what is missing and keeps what was chosen', async ({ client, assert }) => {
    const viewer = await personOf('viewer')

    const page = await make(client, viewer, { name: 'wall', days: 8, ability: 'read' })

    assert.include(page.text(), 'how long it lives')
    assert.include(page.text(), 'value="wall"')

    const unticked = { name: 'wall', days: 30, ability: 'choose' }
    const refused = await make(client, viewer, unticked)
    assert.include(refused.text(), 'Tick at least one thing')
  })
})
