import { test } from '@japa/runner'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { personOf } from '#tests/helpers/people'

test.group('Sign-in page', (group) => {
  group.each.setup(() => cleanDatabase())

  test('lets in with the right password and out again', async ({ visit, assert }) => {
    const { email } = await personOf('operator')
    const page = await visit('/videos')

    await page.getByLabel('E-mail address').fill(email)
    await page.getByLabel('Password').fill('correct horse')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { level: 1, name: 'Videos' }).waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()

    assert.include(page.url(), '/login')
  })

  test('says in words what is wrong and keeps the address', async ({ visit, assert }) => {
    const { email } = await personOf('operator')
    const page = await visit('/login')

    await page.getByLabel('E-mail address').fill(email)
    await page.getByLabel('Password').fill('wrong')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()

    assert.include(await page.getByRole('alert').textContent(), 'do not match an account')
    assert.equal(await page.getByLabel('E-mail address').inputValue(), email)
  })
})
