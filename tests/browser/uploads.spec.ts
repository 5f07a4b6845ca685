import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import Video from '#videos/video'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { landscapeClip } from '#tests/fixtures/clips'
import { openAs } from '#tests/browser/watched_page'
import { personOf } from '#tests/helpers/people'

/** Raw pictures: 41 MiB, so two pieces. */
const LARGE = {
  durationS: 5,
  width: 640,
  height: 360,
  encode: ['-c:v', 'rawvideo', '-pix_fmt', 'yuv420p', '-an'],
}

const choose = (page: Page, files: string | string[]) =>
  page.getByLabel('Video files').setInputFiles(files)

test.group('Uploads', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('one that broke off goes on where it stopped, after a reload too', async ({
    browserContext,
    assert,
    fs,
  }) => {
    const clip = await landscapeClip(fs.basePath, { ...LARGE, name: 'large.mkv' })
    const { page } = await openAs(browserContext, await personOf('operator'), '/videos')
    const places: number[] = []
    page.on('request', (request) => {
      const at = request.headers()['upload-offset']
      if (request.method() === 'PATCH') places.push(Number(at))
    })
    await page.route('**/uploads/*', (route) => {
      const { 'upload-offset': at = '0' } = route.request().headers()
      return Number(at) > 0 ? route.abort() : route.continue()
    })

    const second = page.waitForRequest((request) => Number(request.headers()['upload-offset']) > 0)
    await choose(page, clip)
    await second
    page.on('dialog', (dialog) => dialog.accept())
    await page.reload()
    await page.getByText('Broken off: choose the same file again').waitFor()
    await page.unroute('**/uploads/*')
    places.length = 0
    await choose(page, clip)
    await page.getByRole('link', { name: 'Open the video' }).waitFor({ timeout: 30_000 })

    assert.isAbove(places[0], 0)
    assert.lengthOf(await Video.all(), 1)
  })

  test('each file says what became of it', async ({ browserContext, assert, fs }) => {
    const clip = await landscapeClip(fs.basePath)
    const text = join(fs.basePath, 'notes <b>.mp4')
    const empty = join(fs.basePath, 'empty.mp4')
    await writeFile(text, 'no video at all')
    await writeFile(empty, '')
    const { page } = await openAs(browserContext, await personOf('operator'), '/videos')

    await choose(page, [clip, text, empty])

    await page.getByRole('link', { name: 'Open the video' }).waitFor()
    await page.getByText('The file is empty.').waitFor()
    await page.getByText(/notes <b>.mp4.*not/).waitFor()
    assert.lengthOf(await Video.all(), 1)
  })

  test('paused, it waits; cancelled, nothing is left', async ({ browserContext, assert, fs }) => {
    const clip = await landscapeClip(fs.basePath, { ...LARGE, name: 'large.mkv' })
    const { page } = await openAs(browserContext, await personOf('operator'), '/videos')
    await page.route('**/uploads/*', (route) => {
      const { 'upload-offset': at = '0' } = route.request().headers()
      if (Number(at) === 0) return route.continue()
    })

    const second = page.waitForRequest((request) => Number(request.headers()['upload-offset']) > 0)
    await choose(page, clip)
    await second
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByText('Paused').waitFor()
    await page.unroute('**/uploads/*')
    const removed = page.waitForResponse((response) => response.request().method() === 'DELETE')
    await page.getByRole('button', { name: 'Cancel' }).click()
    assert.equal((await removed).status(), 204)

    await page.getByText('Cancelled').waitFor()
    assert.lengthOf(await Video.all(), 0)
  })
})
