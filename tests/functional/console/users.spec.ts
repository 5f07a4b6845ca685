import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import User from '#accounts/user'
import InviteUser from '#accounts/invite_user'
import { changePassword } from '#accounts/change_password'
import { choosePassword } from '#accounts/choose_password'
import { createApiToken } from '#accounts/api_tokens'
import { disableUser } from '#accounts/edit_user'
import { mediakeep } from '#accounts/actor'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { personOf } from '#tests/helpers/people'
import type { ApiClient } from '@japa/api-client'

const SECRET = /\/password\/([\w-]{43})/
const BY = mediakeep('system')
const GRACE = { fullName: 'Grace <b>Hopper', email: 'grace@example.org', role: 'operator' } as const

const invited = () => new InviteUser().handle({ ...GRACE, by: BY })

test.group('Users page', (group) => {
  group.each.setup(() => cleanDatabase())

  async function post(client: ApiClient, of: { as: User; path: string; form?: object }) {
    return client
      .post(of.path)
      .form(of.form ?? {})
      .loginAs(of.as)
      .withCsrfToken()
  }

  test('shows an invitation once, and its link makes the person join', async ({
    client,
    assert,
  }) => {
    const admin = await personOf('admin')
    const form = { name: GRACE.fullName, email: 'Grace@Example.org', role: 'operator' }

    const page = await post(client, { as: admin, path: '/users', form })
    const again = await client.get('/users').loginAs(admin)
    const secret = SECRET.exec(page.text())![1]
    const password = 'a new password'
    const answer = await client
      .put(`/password/${secret}`)
      .form({ password, again: password })
      .withCsrfToken()
      .redirects(0)

    const user = await User.verifyCredentials('grace@example.org', password)
    assert.notMatch(again.text(), SECRET)
    assert.include(page.text(), 'Grace &lt;b&gt;Hopper is invited')
    assert.equal(answer.header('location'), '/')
    assert.equal(user.role, 'operator')
    assert.isNotNull(user.joinedAt)
    assert.equal((await client.get(`/password/${secret}`)).status(), 404)
  })

  test('refuses what is no invitation, and keeps what was typed', async ({ client, assert }) => {
    const admin = await personOf('admin')
    const form = { name: 'Ada', email: admin.email, role: 'admin' }

    const taken = await post(client, { as: admin, path: '/users', form })
    const king = await post(client, { as: admin, path: '/users', form: { ...form, role: 'king' } })

    assert.include(taken.text(), 'exists already: choose another address')
    assert.include(taken.text(), 'value="Ada"')
    assert.include(king.text(), 'Give a name, an e-mail address and a role.')
    assert.lengthOf(await User.all(), 1)
  })

  test('a role changed holds for the session that is open', async ({ client, assert }) => {
    const [admin, person] = [await personOf('admin'), await personOf('operator')]

    await client
      .put(`/users/${person.id}/role`)
      .form({ role: 'viewer' })
      .loginAs(admin)
      .withCsrfToken()
    const answer = await post(client, { as: person, path: '/retries' })

    assert.equal(answer.status(), 403)
  })

  test('somebody disabled is out at once, in console and API', async ({ client, assert }) => {
    const [admin, person] = [await personOf('admin'), await personOf('operator')]
    const named = { name: 'import', expiresInS: null, by: BY }
    const { value } = await createApiToken({ user: person, ...named })

    await post(client, { as: admin, path: `/users/${person.id}/disable` })
    const page = await client.get('/').loginAs(person).redirects(0)
    const api = await client.get('/api/v1/videos').header('authorization', `Bearer ${value}`)
    const form = { email: person.email, password: 'correct horse' }
    const signIn = await client.post('/login').form(form).withCsrfToken()

    assert.equal(page.header('location'), '/login')
    assert.equal(api.status(), 401)
    assert.include(signIn.text(), 'do not match an account')
    assert.equal((await db.from('auth_access_tokens').count('* as n'))[0].n, '0')
  })

  test('the last administrator stays one, also when both go at once', async ({
    client,
    assert,
  }) => {
    const admin = await personOf('admin')
    await invited()
    const answer = await client
      .put(`/users/${admin.id}/role`)
      .form({ role: 'viewer' })
      .loginAs(admin)
      .withCsrfToken()
    const other = await personOf('admin')
    const both = await Promise.allSettled([
      disableUser({ userId: admin.id, by: other.asActor('console') }),
      disableUser({ userId: other.id, by: admin.asActor('console') }),
    ])

    assert.include(answer.text(), 'is the last administrator who can sign in')
    assert.sameMembers(
      both.map(({ status }) => status),
      ['fulfilled', 'rejected']
    )
    assert.lengthOf(await User.query().where('role', 'admin').whereNull('disabled_at'), 1)
  })

  test('nobody below an administrator sees or changes users', async ({ client, assert }) => {
    const operator = await personOf('operator')
    const page = await client.get('/users').loginAs(operator)
    const own = await client
      .put(`/users/${operator.id}/role`)
      .form({ role: 'admin' })
      .loginAs(operator)
      .withCsrfToken()

    assert.deepEqual([page.status(), own.status()], [403, 403])
  })
})

test.group('Password links', (group) => {
  group.each.setup(() => cleanDatabase())

  test('works once, also when two use it at the same time', async ({ assert }) => {
    const { link } = await invited()
    const use = () => choosePassword({ secret: link.secret, password: 'long enough' })

    const tries = await Promise.allSettled([use(), use()])

    assert.lengthOf(
      tries.filter(({ status }) => status === 'fulfilled'),
      1
    )
  })

  test('is dead once it is too old, or its person is disabled', async ({ client, assert }) => {
    const { user, link } = await invited()
    await db.from('password_links').update({ expires_at: new Date(Date.now() - 1) })
    const old = await client.get(`/password/${link.secret}`)

    await db.from('password_links').update({ expires_at: new Date(Date.now() + 60_000) })
    const fresh = await client.get(`/password/${link.secret}`)
    await disableUser({ userId: user.id, by: BY })

    assert.deepEqual([old.status(), fresh.status()], [404, 200])
    assert.include(old.text(), 'used already or is too old')
    assert.equal((await client.get(`/password/${link.secret}`)).status(), 404)
  })

  test('says what is wrong with a password', async ({ client, assert }) => {
    const { link } = await invited()
    const told = async (password: string, again: string) => {
      const path = `/password/${link.secret}`
      return (await client.put(path).form({ password, again }).withCsrfToken()).text()
    }

    assert.include(await told('one long enough', 'another one'), 'The two passwords differ.')
    assert.include(await told('short', 'short'), 'take 10 characters or more')
  })
})

test.group('Own password', (group) => {
  group.each.setup(() => cleanDatabase())

  test('is changed with the old one, and other sessions end', async ({ client, assert }) => {
    const person = await personOf('viewer')
    const elsewhere = await User.findOrFail(person.id)
    const change = (present: string) => {
      const form = { present, password: 'a new password', again: 'a new password' }
      const asked = client.put('/account/password').form(form).loginAs(person).withCsrfToken()
      return asked.redirects(0)
    }

    const refused = await change('wrong')
    const changed = await change('correct horse')
    const other = await client.get('/').loginAs(elsewhere).redirects(0)

    assert.include(refused.flashMessage('refusal').text, 'The present password is another one')
    assert.include(changed.flashMessage('notice'), 'Your password is changed.')
    assert.equal(changed.session('auth_web'), `${person.id}.2`)
    assert.equal(other.header('location'), '/login')
    assert.isOk(await User.verifyCredentials(person.email, 'a new password'))
  })

  test('cannot be guessed from an open session', async ({ client, assert }) => {
    const person = await personOf('viewer')
    const change = (present: string) => {
      const form = { present, password: 'a new password', again: 'a new password' }
      return client.put('/account/password').form(form).loginAs(person).withCsrfToken()
    }

    for (let at = 0; at < 10; at += 1) await change('wrong')

    assert.include((await change('correct horse')).text(), 'Too many wrong passwords')
  })

  test('a new password kills a link that lies about', async ({ assert }) => {
    const { link } = await invited()
    const user = await choosePassword({ secret: link.secret, password: 'long enough' })
    const { renewLink } = await import('#accounts/edit_user')
    const renewed = await renewLink({ userId: user.id, by: BY })

    await changePassword({ user, present: 'long enough', wanted: 'a new password' })

    await assert.rejects(() =>
      choosePassword({ secret: renewed.link.secret, password: 'stolen now' })
    )
  })
})
