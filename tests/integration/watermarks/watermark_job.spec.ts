import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import RemoveWatermark from '#jobs/life/remove_watermark'
import Rendition from '#videos/rendition'
import RetryJob from '#jobs/life/retry_job'
import StartJob from '#jobs/life/start_job'
import Watermark from '#watermarks/watermark'
import { describeCause } from '#jobs/failure_causes'
import { mediakeep } from '#accounts/actor'
import { scratchPath, storagePath } from '#config/mediakeep'
import type Job from '#jobs/job'
import type Video from '#videos/video'
import * as clips from '#tests/fixtures/clips'
import { makeClip } from '#tests/fixtures/make_clip'
import * as pictures from '#tests/fixtures/pictures'
import * as see from '#tests/integration/media/pictures'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { addWatermark } from '#tests/helpers/watermarks'
import { filesIn, ingest, workOn } from '#tests/helpers/work'

const by = mediakeep('system')
const H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']

function greyClip(folder: string, size = '320x180') {
  const input = ['-f', 'lavfi', '-i', `color=gray:s=${size}:r=25:d=1`]
  return makeClip(join(folder, `grey_${size}.mp4`), [...input, ...H264])
}

async function start(video: Video, parameters: object): Promise<Job> {
  const startJob = await app.container.make(StartJob)
  return startJob.handle({ video, operation: 'watermark', parameters, by })
}

async function marked(video: Video, parameters: object): Promise<string> {
  const job = await start(video, parameters)
  const outcome = await workOn(job)
  if (outcome !== 'completed') throw new Error(JSON.stringify(await job.refresh()))
  const rendition = await Rendition.query().where('job_id', job.id).firstOrFail()
  return join(storagePath, rendition.fileKey)
}

async function remove(watermark: Watermark) {
  const removeWatermark = await app.container.make(RemoveWatermark)
  await removeWatermark.handle({ watermark, by })
}

/** The region of a watermark a fifth as wide as a 16:9 picture, square, in each corner. */
const AT = {
  top_left: { x: 0.03, y: 0.06, width: 0.16, height: 0.26 },
  top_right: { x: 0.81, y: 0.06, width: 0.16, height: 0.26 },
  bottom_left: { x: 0.03, y: 0.68, width: 0.16, height: 0.26 },
  bottom_right: { x: 0.81, y: 0.68, width: 0.16, height: 0.26 },
  center: { x: 0.42, y: 0.37, width: 0.16, height: 0.26 },
} as const
type Place = keyof typeof AT

function assertNear({ red, green, blue }: see.Colour, wanted: see.Colour, within = 8) {
  const off = Math.max(
    Math.abs(red - wanted.red),
    Math.abs(green - wanted.green),
    Math.abs(blue - wanted.blue)
  )
  if (off > within) {
    throw new Error(`rgb(${red}, ${green}, ${blue}) is not ${JSON.stringify(wanted)}`)
  }
}

const GREY = { red: 128, green: 128, blue: 128 }

test.group('watermark by picture', (group) => {
  group.each.timeout(60_000)
  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(() => rm(scratchPath, { recursive: true, force: true }))
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('stands at {$self} in its own colour, and nowhere else')
    .with(Object.keys(AT) as Place[])
    .run(async ({ fs }, position) => {
      const orange = await pictures.plainPicture(fs.basePath, { colour: '0xE08020' })
      await addWatermark(orange, 'Logo')
      const video = await ingest(await greyClip(fs.basePath))

      const path = await marked(video, { picture: 'logo', position, opacity: 1 })

      for (const [place, region] of Object.entries(AT)) {
        const wanted = place === position ? { red: 0xe0, green: 0x80, blue: 0x20 } : GREY
        assertNear(await see.meanColour(path, region, 0.8), wanted)
      }
    })

  test('what is clear in the picture stays clear, and opacity weakens the rest', async ({ fs }) => {
    await addWatermark(await pictures.halfClearPicture(fs.basePath), 'Half')
    const video = await ingest(await greyClip(fs.basePath))

    const path = await marked(video, { picture: 'Half', position: 'center', opacity: 0.5 })

    const left = { ...AT.center, width: 0.06 }
    const right = { ...AT.center, x: 0.52, width: 0.06 }
    assertNear(await see.meanColour(path, left, 0.5), { red: 191, green: 64, blue: 64 })
    assertNear(await see.meanColour(path, right, 0.5), GREY)
  })

  test('a {format} keeps its colour')
    .with([{ format: 'jpg' }, { format: 'webp' }])
    .run(async ({ fs }, { format }) => {
      const name = `logo.${format}`
      const orange = await pictures.plainPicture(fs.basePath, { name, colour: '0xE08020' })
      await addWatermark(orange)
      const video = await ingest(await greyClip(fs.basePath))

      const path = await marked(video, { picture: 'logo', opacity: 1 })

      const wanted = { red: 0xe0, green: 0x80, blue: 0x20 }
      assertNear(await see.meanColour(path, AT.bottom_right), wanted, 10)
    })

  test('a logo larger than the video becomes as wide as was asked', async ({ fs, assert }) => {
    const large = await pictures.plainPicture(fs.basePath, { size: '2000x1000' })
    await addWatermark(large, 'Large')
    const video = await ingest(await greyClip(fs.basePath))

    const path = await marked(video, { picture: 'Large', scale: 0.5, margin: 0, opacity: 1 })

    const inside = { x: 0.52, y: 0.54, width: 0.46, height: 0.44 }
    assert.isAbove((await see.meanColour(path, inside)).red, 240)
    assertNear(await see.meanColour(path, { ...inside, x: 0.02 }), GREY)
    assertNear(await see.meanColour(path, { ...inside, y: 0.02 }), GREY)
    assert.deepInclude((await see.streamsOf(path))[0], { width: 320, height: 180 })
  })

  test('a {size} picture at full width stays whole within the margins')
    .with([{ size: '4x4000' }, { size: '4000x4' }, { size: '1x1' }])
    .run(async ({ fs, assert }, { size }) => {
      await addWatermark(await pictures.plainPicture(fs.basePath, { size }), 'Strange')
      const video = await ingest(await greyClip(fs.basePath))

      const path = await marked(video, {
        ...{ picture: 'Strange', scale: 1, position: 'center', margin: 0.1, opacity: 1 },
      })

      const red = { x: 0.496, y: 0.494, width: 0.008, height: 0.012 }
      assert.isAbove((await see.meanColour(path, red)).red, 170)
      for (const edge of [
        { ...see.WHOLE, width: 0.05 },
        { ...see.WHOLE, height: 0.09 },
      ]) {
        assertNear(await see.meanColour(path, edge), GREY)
      }
    })

  test('upright videos carry it a fifth of their width, upright', async ({ fs, assert }) => {
    await addWatermark(await pictures.plainPicture(fs.basePath, { colour: 'lime' }), 'Logo')
    const video = await ingest(await clips.portraitClip(fs.basePath))

    const path = await marked(video, { picture: 'Logo', position: 'top_right', opacity: 1 })

    const [stream] = await see.streamsOf(path)
    assert.deepInclude(stream, { width: 180, height: 320 })
    const logo = { x: 0.79, y: 0.025, width: 0.16, height: 0.08 }
    assert.isAbove((await see.meanColour(path, logo)).green, 220)
    assert.isAbove((await see.meanColour(path, { ...logo, x: 0.05 })).red, 220)
    assert.isAbove((await see.meanColour(path, { ...logo, y: 0.9 })).blue, 220)
  })

  test('the attempt leaves no copy of the picture behind', async ({ fs, assert }) => {
    await addWatermark(await pictures.plainPicture(fs.basePath), 'Logo')
    const video = await ingest(await greyClip(fs.basePath))

    await marked(video, { picture: 'Logo' })

    assert.deepEqual(await filesIn(scratchPath), [])
  })
})

test.group('watermark, asked for', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('a name is kept as an id: the job outlives a change of names', async ({ fs, assert }) => {
    const { watermark } = await addWatermark(await pictures.plainPicture(fs.basePath), 'Logo')
    const video = await ingest(await greyClip(fs.basePath))

    const job = await start(video, { picture: 'LOGO' })

    assert.equal(job.parameters.picture, watermark.id)
    await assert.rejects(() => start(video, { picture: watermark.id }), /already being processed/)
  })

  test('a name that nobody has is refused with those there are', async ({ fs, assert }) => {
    await addWatermark(await pictures.plainPicture(fs.basePath), 'Logo')
    const video = await ingest(await greyClip(fs.basePath))

    const refusal = await start(video, { picture: 'Lego' }).catch((error) => error)

    assert.equal(refusal.status, 422)
    assert.match(refusal.message, /watermark.*picture.*"Lego".*"Logo"/)
  })

  test('a picture stays while a job needs it, and may go then', async ({ fs, assert }) => {
    const { watermark } = await addWatermark(await pictures.plainPicture(fs.basePath), 'Logo')
    const video = await ingest(await greyClip(fs.basePath))
    const job = await start(video, { picture: 'Logo' })

    await assert.rejects(() => remove(watermark), /"Logo" stays.*a job/)
    assert.equal(await workOn(job), 'completed')
    await remove(watermark)

    assert.isNull(await Watermark.find(watermark.id))
    assert.notInclude((await filesIn(storagePath)).join(), watermark.id)
  })

  test('a job whose picture is gone says so, and retries in vain', async ({ fs, assert }) => {
    const { watermark } = await addWatermark(await pictures.plainPicture(fs.basePath), 'Logo')
    const video = await ingest(await greyClip(fs.basePath))
    const job = await start(video, { picture: 'Logo' })
    await rm(join(storagePath, watermark.key))

    assert.equal(await workOn(job), 'failed')

    await job.refresh()
    assert.equal(job.failureCause, 'WATERMARK_MISSING')
    assert.isFalse(describeCause(job.failureCause!).canRetryHelp)
    await remove(watermark)
    const retry = await app.container.make(RetryJob)
    await retry.handle({ job, by })
    assert.equal(await workOn(job), 'failed')
    assert.equal((await job.refresh()).failureCause, 'WATERMARK_MISSING')
  })
})
