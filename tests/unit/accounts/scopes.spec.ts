import { test } from '@japa/runner'
import { SCOPE_GROUPS } from '#http/words/scopes'
import { includesScope, leastScopes, READ_SCOPES, SCOPES } from '#accounts/scopes'

test.group('Scopes', () => {
  test('to write includes to read the same, and nothing else', ({ assert }) => {
    const included = SCOPES.filter((scope) => includesScope(['jobs:write'], scope))

    assert.deepEqual(included, ['jobs:read', 'jobs:write'])
  })

  test('admin is all of it', ({ assert }) => {
    assert.isTrue(SCOPES.every((scope) => includesScope(['admin'], scope)))
  })

  test('reading everything writes nothing', ({ assert }) => {
    const included = SCOPES.filter((scope) => includesScope(READ_SCOPES, scope))

    assert.deepEqual(included, READ_SCOPES)
  })

  test('people are offered each of them', ({ assert }) => {
    const offered = SCOPE_GROUPS.flatMap(({ name, writes }) => {
      return writes ? [`${name}:read`, `${name}:write`] : [`${name}:read`]
    })

    assert.deepEqual([...offered, 'admin'], [...SCOPES])
  })

  test('keeps what says something, each once, and no unknown word', ({ assert }) => {
    const said = ['videos:write', 'films:read', 'jobs:read', 'videos:read', 'jobs:read']

    assert.deepEqual(leastScopes(said), ['videos:write', 'jobs:read'])
    assert.deepEqual(leastScopes([...said, 'admin']), ['admin'])
  })
})
