import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { test } from '@japa/runner'
import type { BrowserContext } from 'playwright'
import Preset from '#presets/preset'
import PresetVersion from '#presets/preset_version'
import { landscapeClip } from '#tests/fixtures/clips'
import { srt, subtitledClip } from '#tests/fixtures/subtitled_clips'
import { recipe, renditionRecipe } from '#tests/fixtures/media_infos'
import type Video from '#videos/video'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { personOf } from '#tests/helpers/people'
import { until } from '#tests/helpers/until'
import { ingest, startJob, workOn } from '#tests/helpers/work'
import { openAs } from '#tests/browser/watched_page'

const RECIPE = recipe(
  [180, 90].map((lines) =>
    renditionRecipe({ name: `${lines}p`, video: { maxShortSide: lines, maxLongSide: null } })
  ),
  { width: 640, atS: 1 },
  {
    hls: { name: 'hls', segmentS: 2 },
    storyboard: { tileWidth: 160, columns: 10, maxTiles: 100 },
  }
)
const WORDS = srt(['00:00:00,000', '00:00:05,000', 'Guten <b>Tag</b>'])
const HLS_JS = createRequire(import.meta.url).resolve('hls.js/dist/hls.min.js')

test.group('Player', (group) => {
  group.tap((one) => one.timeout(90_000))
  group.each.setup(() => cleanDatabase())
  group.teardown(() => cleanDatabase())

  /** A clip of six seconds with two tracks of subtitles, made into everything that a player shows. */
  async function watched(folder: string) {
    const preset = await Preset.create({ name: 'all', title: 'All', description: '', position: 99 })
    await PresetVersion.create({ presetId: preset.id, version: 1, recipe: RECIPE })
    const clip = await subtitledClip(
      folder,
      [
        { format: 'srt', text: WORDS, language: 'eng' },
        { format: 'srt', text: WORDS, language: 'ger', disposition: 'default' },
      ],
      { durationS: 6 }
    )
    const video = await ingest(clip)
    const outcome = await workOn(await startJob(video, 'all'))
    if (outcome !== 'completed') throw new Error(`The film to watch is ${outcome}`)
    return video
  }

  const openVideo = async (context: BrowserContext, { id }: Video) =>
    openAs(context, await personOf('viewer'), `/videos/${id}`)

  test('the original is laid over a rendition at the same moment, up to a line', async ({
    browserContext,
    assert,
    fs,
  }) => {
    await fs.mkdir('.')
    const video = await ingest(await landscapeClip(fs.basePath, { durationS: 4 }))
    await workOn(await startJob(video, 'mobile'))
    const { page, complaints } = await openVideo(browserContext, video)

    await page.evaluate(`document.querySelector('video').currentTime = 2`)
    await page.getByRole('button', { name: 'Compare with the original' }).click()
    const overlay = `document.querySelector('.compare video')`
    await until(() => page.evaluate<boolean>(`Math.abs(${overlay}.currentTime - 2) < 0.1`))
    await page.getByLabel('How much of the original').fill('20')

    const clip = await page.evaluate<string>(`getComputedStyle(${overlay}).clipPath`)
    assert.include(clip.replaceAll(' ', ''), '80%')
    assert.deepEqual(complaints, [])
  })

  test('subtitles show in every rendition, and the bar shows pictures', async ({
    browserContext,
    assert,
    fs,
  }) => {
    await fs.mkdir('.')
    const video = await watched(fs.basePath)
    const { page, complaints } = await openVideo(browserContext, video)

    const tracks = () =>
      page.evaluate<[string, string, string][]>(
        `[...document.querySelector('video').textTracks].map((t) => [t.label, t.language, t.mode])`
      )
    const shown = () =>
      page.evaluate<string | undefined>(
        `[...document.querySelector('video').textTracks].find((t) => t.mode === 'showing')?.cues?.[0]?.text`
      )
    const both = [
      ['English', 'en', 'disabled'],
      ['German', 'de', 'showing'],
    ]
    await until(async () => (await shown()) !== undefined)
    assert.deepEqual(await tracks(), both)
    assert.equal(await shown(), 'Guten <b>Tag</b>')

    await page.locator('[data-kind="hls"]').click()
    await until(async () => (await shown()) !== undefined)
    assert.deepEqual(await tracks(), both)
    await until(async () => (await page.evaluate<number>(READY)) >= 1)

    const bar = page.getByLabel('Look through the video')
    const box = (await bar.boundingBox())!
    await page.mouse.move(box.x + box.width * 0.55, box.y + box.height / 2)
    const picture = page.locator('.scrub .picture')
    await picture.waitFor({ state: 'visible' })
    assert.equal(await picture.evaluate((one) => one.style.backgroundPosition), '-480px 0px')
    assert.equal(await page.locator('.scrub .preview .number').textContent(), '0:03')
    await page.mouse.move(box.x, box.y - 200)
    await picture.waitFor({ state: 'hidden' })

    await bar.focus()
    await bar.press('End')
    await until(async () => (await page.evaluate<number>(NOW)) > 5.5)
    await until(async () => (await bar.getAttribute('aria-valuetext')) === '0:06 of 0:06')
    assert.deepEqual(complaints, [])
  })

  test('a moment that is chosen while another rendition is on its way is not lost', async ({
    browserContext,
    assert,
    fs,
  }) => {
    await fs.mkdir('.')
    const video = await watched(fs.basePath)
    const { page, complaints } = await openVideo(browserContext, video)
    await until(async () => (await page.evaluate<number>(READY)) >= 1)
    let send = () => {}
    const isSent = new Promise<void>((resolve) => (send = resolve))
    await page.route(/180p|master\.m3u8/, (route) => isSent.then(() => route.continue()))
    const bar = page.getByLabel('Look through the video')
    const isAt = (atS: number) => async () =>
      (await page.evaluate<number>(READY)) >= 1 &&
      Math.abs((await page.evaluate<number>(NOW)) - atS) < 0.6

    await page.evaluate(`document.querySelector('video').currentTime = 2`)
    await page.locator('[data-kind="hls"]').click()
    await page.getByRole('link', { name: '180p' }).first().click()
    await page.waitForTimeout(200)
    send()
    await until(isAt(2))

    let sendAgain = () => {}
    const isSentAgain = new Promise<void>((resolve) => (sendAgain = resolve))
    await page.unrouteAll()
    await page.route(/master\.m3u8/, (route) => isSentAgain.then(() => route.continue()))
    await page.locator('[data-kind="hls"]').click()
    await bar.focus()
    await bar.press('End')
    sendAgain()
    await until(isAt(6))
    assert.deepEqual(complaints, [])
  })

  test('players of HLS find both qualities and the subtitles, and change', async ({
    browserContext,
    assert,
    fs,
  }) => {
    await fs.mkdir('.')
    const video = await watched(fs.basePath)
    const { page } = await openVideo(browserContext, video)
    await page.evaluate(await readFile(HLS_JS, 'utf8'))

    await page.evaluate(`
      var element = document.createElement('video')
      element.muted = true
      var switched = []
      var faults = []
      var hls = new Hls({ enableWorker: false, startLevel: 0 })
      hls.on(Hls.Events.LEVEL_SWITCHED, (_, { level }) => switched.push(hls.levels[level].height))
      hls.on(Hls.Events.ERROR, (_, { details }) => details !== 'aborted' && faults.push(details))
      hls.loadSource('/videos/${video.id}/renditions/hls/master.m3u8')
      hls.attachMedia(element)
      document.body.append(element)
    `)
    const heights = () => page.evaluate<number[]>('switched')
    await until(
      () => page.evaluate<boolean>('element.readyState >= 3 || faults.length > 0'),
      30_000
    )
    assert.deepEqual(await page.evaluate('faults'), [])
    assert.deepEqual(await page.evaluate('hls.levels.map(({ height }) => height)'), [90, 180])
    assert.deepEqual(
      await page.evaluate('hls.subtitleTracks.map((one) => [one.name, one.lang, one.default])'),
      [
        ['English', 'en', false],
        ['German', 'de', true],
      ]
    )

    await page.evaluate('void (hls.nextLevel = 1, element.play())')
    await until(async () => (await heights()).includes(180))
    await page.evaluate('void (hls.nextLevel = 0)')
    await until(async () => (await heights()).at(-1) === 90)
    await until(async () => (await page.evaluate<number>('element.currentTime')) > 2.5)
    const cue = `[...element.textTracks].find((t) => t.label === 'German').cues[0]`
    assert.deepEqual(await page.evaluate(`[${cue}.startTime, ${cue}.endTime]`), [0, 5])
    assert.deepEqual(await page.evaluate('faults'), [])
  })
})

const READY = `document.querySelector('video').readyState`
const NOW = `document.querySelector('video').currentTime`
