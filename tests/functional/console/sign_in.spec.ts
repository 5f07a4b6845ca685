import { test } from '@japa/runner'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { personOf } from '#tests/helpers/people'

test.group('Signing in', (group) => {
  group.each.setup(() => cleanDatabase())

  test('a wrong password and an unknown address read the same', async ({ client, assert }) => {
    const { email } = await personOf('viewer')
    const words = async (given: string) => {
      const form = { email: given, password: 'wrong' }
      const answer = await client.post('/login').form(form).withCsrfToken()
      return /<p class="grow">([^<]+)/.exec(answer.text())?.[1]
    }

    const wrong = await words(email)

    assert.include(wrong, 'do not match an account')
    assert.equal(await words('nobody@example.org'), wrong)
  })

  test('the eleventh attempt waits, also with the right password', async ({ client }) => {
    const { email } = await personOf('viewer')
    const attempt = (password: string) =>
      client.post('/login').form({ email, password }).withCsrfToken()

    for (let at = 0; at < 10; at += 1) await attempt('wrong')
    const answer = await attempt('correct horse')

    answer.assertTextIncludes('Too many attempts')
  })

  test('an address is the same in any case', async ({ client }) => {
    const { email } = await personOf('viewer')
    const form = { email: email.toUpperCase(), password: 'correct horse' }

    const answer = await client.post('/login').form(form).withCsrfToken().redirects(0)

    answer.assertStatus(302)
    answer.assertHeader('location', '/')
  })

  test('signing out ends the session', async ({ client }) => {
    const viewer = await personOf('viewer')

    const answer = await client.delete('/session').loginAs(viewer).withCsrfToken().redirects(0)

    answer.assertStatus(302)
    answer.assertHeader('location', '/login')
    answer.assertSessionMissing('auth_web')
  })
})
