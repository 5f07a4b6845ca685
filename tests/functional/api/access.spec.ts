import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import limiter from '@adonisjs/limiter/services/main'
import User from '#accounts/user'
import { createApiToken, listApiTokens, revokeApiToken } from '#accounts/api_tokens'
import { mediakeep } from '#accounts/actor'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { personOf, tokenOf } from '#tests/helpers/people'

const READS = ['videos', 'jobs', 'queue', 'statistics', 'presets']
const by = mediakeep('system')

test.group('Who may use the API', (group) => {
  group.each.setup(() => cleanDatabase())

  test('a {role} may read everything')
    .with([{ role: 'viewer' }, { role: 'operator' }, { role: 'admin' }] as const)
    .run(async ({ client }, { role }) => {
      const token = await tokenOf(role)
      for (const path of READS) {
        const answer = await client.get(`/api/v1/${path}`).bearerToken(token)
        answer.assertStatus(200)
      }
    })

  test('a viewer changes nothing: POST {path} is 403')
    .with([
      { path: 'videos' },
      { path: 'videos/1/jobs' },
      { path: 'batches' },
      { path: 'jobs/0198f0aa-0000-7000-8000-000000000000/cancellation' },
      { path: 'jobs/0198f0aa-0000-7000-8000-000000000000/retry' },
    ])
    .run(async ({ client, assert }, { path }) => {
      const answer = await client
        .post(`/api/v1/${path}`)
        .bearerToken(await tokenOf('viewer'))
        .json({ preset: 'medium' })

      answer.assertStatus(403)
      assert.equal(answer.body().code, 'E_ROLE_TOO_LOW')
      assert.include(answer.body().detail, 'operator')
    })

  test('an admin may do what an operator may', async ({ client }) => {
    const video = await makeVideo()
    const answer = await client
      .post(`/api/v1/videos/${video.id}/jobs`)
      .bearerToken(await tokenOf('admin'))
      .json({ preset: 'medium' })

    answer.assertStatus(202)
  })

  test('a session opens nothing on the API', async ({ client }) => {
    const answer = await client
      .get('/api/v1/videos')
      .withGuard('web')
      .loginAs(await personOf('admin'))

    answer.assertStatus(401)
  })

  test('a token opens nothing on the console', async ({ client, assert }) => {
    const answer = await client
      .get('/videos')
      .redirects(0)
      .header('accept', 'text/html')
      .bearerToken(await tokenOf('admin'))

    assert.equal(answer.status(), 302)
    assert.equal(answer.header('location'), '/login')
  })

  test('a revoked token is 401 at once', async ({ client, assert }) => {
    const user = await personOf('viewer')
    const { id, value } = await createApiToken({ user, name: 'ci', expiresInS: null, by })
    const before = await client.get('/api/v1/queue').bearerToken(value)

    await revokeApiToken({ id, by })

    const after = await client.get('/api/v1/queue').bearerToken(value)
    assert.deepEqual([before.status(), after.status()], [200, 401])
    assert.lengthOf(await listApiTokens(), 0)
  })

  test('an expired token is 401', async ({ client }) => {
    const user = await personOf('viewer')
    const { id, value } = await createApiToken({ user, name: 'ci', expiresInS: 3600, by })
    await db
      .from('auth_access_tokens')
      .where({ id })
      .update({ expires_at: db.raw(`now() - interval '1 second'`) })

    const answer = await client.get('/api/v1/queue').bearerToken(value)

    answer.assertStatus(401)
  })

  test('a 401 is the same whether a token never was, was revoked or is of somebody disabled', async ({
    client,
    assert,
  }) => {
    const [one, other] = [await personOf('viewer'), await personOf('viewer')]
    const revoked = await createApiToken({ user: one, name: 'ci', expiresInS: null, by })
    const disabled = await createApiToken({ user: other, name: 'ci', expiresInS: null, by })
    await revokeApiToken({ id: revoked.id, by })
    await User.query().where('id', other.id).update({ disabled_at: new Date() })

    const told = []
    for (const token of ['mk_MQ.bm90aGluZw', revoked.value, disabled.value]) {
      const answer = await client.get('/api/v1/videos/1').bearerToken(token)
      assert.equal(answer.status(), 401)
      told.push({ ...answer.body(), request_id: '', www: answer.header('www-authenticate') })
    }
    assert.deepEqual([told[1], told[2]], [told[0], told[0]])
  })

  test('the tokens of somebody who is deleted die with the account', async ({ client }) => {
    const user = await personOf('admin')
    const { value } = await createApiToken({ user, name: 'ci', expiresInS: null, by })
    await User.query().where('id', user.id).delete()

    const answer = await client.get('/api/v1/queue').bearerToken(value)

    answer.assertStatus(401)
  })

  test('another person’s token cannot be revoked in one’s own name', async ({ assert }) => {
    const [owner, other] = [await personOf('viewer'), await personOf('viewer')]
    const { id } = await createApiToken({ user: owner, name: 'ci', expiresInS: null, by })

    await assert.rejects(
      () => revokeApiToken({ id, user: other, by }),
      `There is no API token ${id}`
    )
    assert.lengthOf(await listApiTokens(owner), 1)
  })

  test('making and revoking a token is audited, its value is kept nowhere', async ({ assert }) => {
    const user = await personOf('viewer')
    const { id, value } = await createApiToken({ user, name: 'ci', expiresInS: null, by })
    await revokeApiToken({ id, by })

    const entries = await db.from('audit').orderBy('id')
    assert.deepEqual(
      entries.map((entry) => [entry.action, entry.subject_id]),
      [
        ['token.created', String(id)],
        ['token.revoked', String(id)],
      ]
    )
    assert.notInclude(JSON.stringify(entries), value)
  })

  test('600 requests a minute are answered, the next is 429 and told when', async ({
    client,
    assert,
  }) => {
    const user = await personOf('viewer')
    const { id, value } = await createApiToken({ user, name: 'ci', expiresInS: null, by })
    await limiter.use('memory', { requests: 600, duration: 60 }).set(`token ${id}`, 599, 60)

    const last = await client.get('/api/v1/presets').bearerToken(value)
    const answer = await client.get('/api/v1/presets').bearerToken(value)

    assert.deepEqual([last.status(), last.header('x-ratelimit-remaining')], [200, '0'])
    answer.assertStatus(429)
    assert.equal(answer.body().code, 'E_TOO_MANY_REQUESTS')
    assert.isAbove(Number(answer.header('retry-after')), 0)
    const another = await client.get('/api/v1/presets').bearerToken(await tokenOf('viewer'))
    another.assertStatus(200)
  })
})
