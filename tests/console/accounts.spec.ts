import { test } from '@japa/runner'
import User from '#accounts/user'
import { choosePassword } from '#accounts/choose_password'
import { ace, aceJson } from '#tests/helpers/ace'
import { cleanDatabase } from '#tests/helpers/clean_database'

const ADA = ['--email', 'ada@example.org']

test.group('user:create', (group) => {
  group.each.setup(() => cleanDatabase())

  test('makes an account whose password is shown once', async ({ assert }) => {
    const person = [...ADA, '--name', 'Ada Lovelace', '--role', 'operator']

    const { code, result } = await aceJson(['user:create', ...person])

    const user = await User.verifyCredentials('ada@example.org', result.user.password)
    assert.equal(code, 0)
    assert.containsSubset(user, { fullName: 'Ada Lovelace', role: 'operator' })
    assert.isAtLeast(result.user.password.length, 16)
  })

  test('refuses an address that is taken, a role and an address that are none', async ({
    assert,
  }) => {
    await ace(['user:create', ...ADA])

    const [taken, role, email] = await Promise.all([
      ace(['user:create', '--email', 'ADA@example.org']),
      ace(['user:create', '--email', 'bob@example.org', '--role', 'king']),
      ace(['user:create', '--email', 'bob']),
    ])

    assert.equal(taken.code, 1)
    assert.include(taken.stderr, 'exists already: choose another address')
    assert.equal(role.code, 2)
    assert.include(role.stderr, '--role is "king": choose one of viewer, operator, admin')
    assert.equal(email.code, 2)
    assert.lengthOf(await User.all(), 1)
  })
})

test.group('user:invite', (group) => {
  group.each.setup(() => cleanDatabase())

  test('makes a link that works once, and another one for who has an account', async ({
    assert,
  }) => {
    const first = await aceJson(['user:invite', ...ADA, '--role', 'operator'])
    const second = await aceJson(['user:invite', ...ADA, '--again'])
    const secretOf = (url: string) => url.split('/password/')[1]

    const password = 'a new password'
    await assert.rejects(() => choosePassword({ secret: secretOf(first.result.url), password }))
    await choosePassword({ secret: secretOf(second.result.url), password })

    const user = await User.verifyCredentials('ada@example.org', password)
    assert.equal(user.role, 'operator')
    assert.match(first.result.url, /^https?:/)
  })
})

test.group('token', (group) => {
  group.each.setup(async () => {
    await cleanDatabase()
    await ace(['user:create', ...ADA])
  })

  test('makes a token that opens the API until it is revoked', async ({ assert }) => {
    const scopes = ['--scopes', 'jobs:write,videos:read']
    const named = ['token', ...ADA, '--name', 'import', '--expires', '30d', ...scopes]
    const made = await aceJson(named)
    const { id, value } = made.result.token
    const listed = await aceJson(['token', '--list'])
    const isValid = async () =>
      Boolean(await User.accessTokens.verify({ release: () => value } as never))
    const before = await isValid()

    const revoked = await ace(['token', '--revoke', String(id)])

    const [token] = listed.result.tokens
    const lifeTimeD = (Date.parse(token.expiresAt) - Date.parse(token.createdAt)) / 86_400_000
    assert.match(value, /^mk_/)
    assert.containsSubset(token, { id, name: 'import', userEmail: 'ada@example.org' })
    assert.deepEqual(token.scopes, ['videos:read', 'jobs:write'])
    assert.closeTo(lifeTimeD, 30, 0.01)
    assert.isTrue(before)
    assert.equal(revoked.code, 0)
    assert.isFalse(await isValid())
  })

  test('names what is wrong and what would be right', async ({ assert }) => {
    const [nobody, unnamed, forever, unknown, unscoped] = await Promise.all([
      ace(['token', '--email', 'bob@example.org', '--name', 'import']),
      ace(['token', ...ADA]),
      ace(['token', ...ADA, '--name', 'import', '--expires', 'soon']),
      ace(['token', '--revoke', '999999']),
      ace(['token', ...ADA, '--name', 'import', '--scopes', 'videos:read,films:read']),
    ])

    assert.equal(nobody.code, 1)
    assert.include(nobody.stderr, 'make one with ./ace user:create --email bob@example.org')
    assert.equal(unnamed.code, 2)
    assert.equal(forever.code, 2)
    assert.include(forever.stderr, '--expires is "soon"')
    assert.equal(unknown.code, 1)
    assert.equal(unscoped.code, 2)
    assert.include(unscoped.stderr, '--scopes is "films:read": choose one of videos:read, ')
  })
})
