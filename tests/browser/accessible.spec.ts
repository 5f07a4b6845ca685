import { AxeBuilder } from '@axe-core/playwright'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { everyConsolePage } from '#tests/helpers/console_pages'
import { openAs } from '#tests/browser/watched_page'
import { personOf } from '#tests/helpers/people'

const HEAVY = ['serious', 'critical']

test.group('Every page of the console', (group) => {
  group.each.timeout(240_000)
  group.each.setup(() => cleanDatabase())

  /** What axe finds, each with the element it means. */
  async function faults(page: Page, rules?: string[]): Promise<string[]> {
    const axe = new AxeBuilder({ page }).setLegacyMode() // there are no frames, so no second page is needed
    const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
    return violations
      .filter(({ impact }) => HEAVY.includes(impact ?? ''))
      .flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`)
      )
  }

  test('is accessible in light and dark, fits a phone, and complains of nothing', async ({
    browserContext,
    assert,
  }) => {
    const admin = await personOf('admin')
    const pages = await everyConsolePage(admin)
    const { page, complaints } = await openAs(browserContext, admin, '/')
    const found: Record<string, string[]> = {}

    for (const { path } of pages) {
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      const answer = await page.goto(path)
      const light = await faults(page)
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
      const dark = await faults(page, ['color-contrast'])
      await page.setViewportSize({ width: 390, height: 844 })
      const width = await page.evaluate<number>('document.documentElement.scrollWidth')
      const wide = width > 390 ? [`${width} px wide on a phone`] : []
      const all = [...light, ...dark.map((one) => `dark ${one}`), ...wide]
      if (answer?.status() !== 200) all.push(`answers ${answer?.status()}`)
      if (all.length > 0) found[path] = all
    }

    assert.isAtLeast(pages.length, 25)
    assert.deepEqual(found, {})
    assert.deepEqual(complaints, [])
  })

  test('the menu of a phone opens by keyboard and leads on', async ({ browserContext, assert }) => {
    const { page } = await openAs(browserContext, await personOf('viewer'), '/')
    await page.setViewportSize({ width: 390, height: 844 })
    const jobs = page.getByRole('link', { name: 'Jobs', exact: true })

    await page.getByRole('button', { name: 'Menu' }).focus()
    const isShownBefore = await jobs.isVisible()
    await page.keyboard.press('Enter')
    await jobs.focus()
    const menuFaults = await faults(page)
    const users = await page.getByRole('link', { name: 'Users', exact: true }).count()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Jobs' }).waitFor()

    assert.isFalse(isShownBefore)
    assert.deepEqual(menuFaults, [])
    assert.equal(users, 0)
  })
})
