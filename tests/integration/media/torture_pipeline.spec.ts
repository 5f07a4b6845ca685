import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { storagePath } from '#config/mediakeep'
import Rendition from '#videos/rendition'
import * as torture from '#tests/fixtures/torture_clips'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { ingest, startJob, workOn } from '#tests/helpers/work'
import * as frames from '#tests/integration/media/frames'
import * as hear from '#tests/integration/media/sounds'

async function published(path: string): Promise<string> {
  const video = await ingest(path, `it's -y "%03d"\n🎬.mp4`)
  const job = await startJob(video, 'medium')
  const end = await workOn(job)
  if (end !== 'completed') throw new Error(`the job ${end}: ${(await job.refresh()).failureCause}`)
  const [{ fileKey }] = await Rendition.query().where('job_id', job.id).where('name', 'medium')
  return join(storagePath, fileKey)
}

test.group('ProcessJob, hard sources', (group) => {
  group.each.timeout(60_000)
  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('what is published of a turned clip stands upright', async ({ assert, fs }) => {
    const lying = await torture.cornersClip(fs.basePath)

    const path = await published(await torture.withMatrix(lying, [0, 1, -1, 0]))

    const [first] = await frames.framesOf(path, { channels: 3, most: 1 })
    assert.deepEqual([first.width, first.height], [96, 160])
    const { red, blue } = frames.colour(first, frames.QUADRANTS.topLeft)
    assert.isAbove(blue, 200)
    assert.isBelow(red, 60)
  })

  test('what is published of two tracks speaks the default language', async ({ assert, fs }) => {
    const path = await published(await torture.twoTracksClip(fs.basePath, 1, 'two.mkv'))

    const [sound] = await hear.channelsOf(path, 1)
    assert.closeTo(hear.pitch(sound), 880, 5)
  })

  test('what is published of woven pictures has no combs', async ({ assert, fs }) => {
    const path = await published(await torture.wovenClip(fs.basePath, 'tff'))

    const pictures = await frames.framesOf(path, { most: 20 })
    assert.isBelow(frames.combing(pictures[10]), 1)
  })
})
