import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import Rendition from '#videos/rendition'
import StartJob from '#jobs/life/start_job'
import { mediakeep } from '#accounts/actor'
import { scratchPath, storagePath } from '#config/mediakeep'
import { makeClip } from '#tests/fixtures/make_clip'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { filesIn, ingest, workOn } from '#tests/helpers/work'

/** Coded so slowly and so poorly that our quick encoder cannot do it in fewer bytes. */
function tinyRateClip(folder: string) {
  const input = ['-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=25:d=2,noise=alls=12:allf=t']
  const slow = ['-c:v', 'libx264', '-preset', 'veryslow', '-crf', '33', '-pix_fmt', 'yuv420p']
  return makeClip(join(folder, 'tiny.mp4'), [...input, ...slow])
}

test.group('outputs are never larger than their source', (group) => {
  group.each.timeout(60_000)
  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  async function make(path: string, operation: string, parameters: object) {
    const video = await ingest(path)
    const start = await app.container.make(StartJob)
    const job = await start.handle({ video, operation, parameters, by: mediakeep('system') })
    const outcome = await workOn(job)
    const rendition = await Rendition.query().where('job_id', job.id).firstOrFail()
    return { video, job: await job.refresh(), outcome, rendition }
  }

  test('an encode that grows gives way to the original’s pictures', async ({ fs, assert }) => {
    const path = await tinyRateClip(fs.basePath)

    const { video, job, outcome, rendition } = await make(path, 'transcode', { crf: 1 })

    assert.equal(outcome, 'completed')
    assert.equal(rendition.decision, 'remux', rendition.reason)
    assert.match(rendition.reason, /^kept the original’s pictures: encoding came out \d+ % larger/)
    assert.isAtMost(Math.abs(rendition.sizeBytes - video.sizeBytes), 2000)
    assert.equal(job.plan!.renditions[0].decision, 'remux')
    assert.isTrue(rendition.proof.checks.every(({ ok }) => ok))
    const [attempt] = await db.from('attempts').where('job_id', job.id)
    assert.include(attempt.argv, 'libx264')
    assert.deepEqual(await filesIn(scratchPath), [])
  })

  test('an encode stays where the pictures were changed', async ({ fs, assert }) => {
    const path = await tinyRateClip(fs.basePath)

    const { outcome, rendition } = await make(path, 'sharpen', { strength: 1 })

    assert.equal(outcome, 'completed')
    assert.equal(rendition.decision, 'encode')
  })

  test('another codec that was asked for is what comes out', async ({ fs, assert }) => {
    const path = await tinyRateClip(fs.basePath)

    const { rendition } = await make(path, 'convert', { format: 'webm' })

    assert.equal(rendition.videoCodec, 'vp9')
  })
})
