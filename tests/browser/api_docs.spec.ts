import { test } from '@japa/runner'

test.group('The docs of the API', () => {
  test('are searched by words, by codes and by addresses', async ({ visit, assert }) => {
    const page = await visit('/docs/api')
    const calls = page.locator('[data-docs-operation]:visible')
    const search = page.getByLabel('Search the API')

    await search.fill('retry post')
    const found = await calls.allInnerTexts()
    await search.fill('e_job_not_retriable')
    const status = page.locator('[data-docs-found]')
    await status.filter({ hasText: /^1 found$/ }).waitFor()
    await calls.first().getByRole('link').click()
    await page.waitForURL('**/docs/api/jobs#retryJob')

    assert.isAtLeast(found.length, 2)
    assert.isTrue(await page.getByRole('heading', { name: 'Retry a job' }).isVisible())
  })
})
