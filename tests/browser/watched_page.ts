import type { BrowserContext, Page } from 'playwright'
import type User from '#accounts/user'

/** A page, and everything that went wrong in it: a test asks for `complaints` to stay empty. */
export interface WatchedPage {
  page: Page
  complaints: string[]
}

/** Opens a page of somebody who is signed in. */
export async function openAs(
  context: BrowserContext,
  user: User,
  path: string
): Promise<WatchedPage> {
  await context.loginAs(user)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(path)
  return { page, complaints }
}
