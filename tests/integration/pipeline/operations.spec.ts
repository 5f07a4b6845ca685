import { join } from 'node:path'
import { rm } from 'node:fs/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import StartJob from '#jobs/life/start_job'
import Rendition from '#videos/rendition'
import { InvalidOperation, JobAlreadyActive, OperationNotFound } from '#jobs/errors'
import { mediakeep } from '#accounts/actor'
import { scratchPath, storagePath } from '#config/mediakeep'
import type Video from '#videos/video'
import { landscapeClip } from '../../fixtures/clips.js'
import { cleanDatabase } from '../../helpers/clean_database.js'
import { filesIn, ingest, workOn } from '../../helpers/work.js'

async function ask(video: Video, operation: string, parameters: object = {}) {
  const start = await app.container.make(StartJob)
  return start.handle({ video, operation, parameters, by: mediakeep('system') })
}

/** What every operation needs besides its defaults. */
const NEEDED: Record<string, object> = { watermark: { text: 'Mediakeep' } }

const CHOSEN = [
  {
    operation: 'resize',
    parameters: { width: '160' },
    seen: { width: 160, mimeType: 'video/mp4' },
  },
  { operation: 'compress', parameters: {}, seen: { width: 320, videoCodec: 'h264' } },
  { operation: 'convert', parameters: { format: 'webm' }, seen: { mimeType: 'video/webm' } },
  { operation: 'convert', parameters: { format: 'gif' }, seen: { mimeType: 'image/gif' } },
  {
    operation: 'extract_audio',
    parameters: { format: 'mp3' },
    seen: { mimeType: 'audio/mpeg', width: null, height: null },
  },
  { operation: 'thumbnail', parameters: { format: 'png' }, seen: { mimeType: 'image/png' } },
  { operation: 'grayscale', parameters: {}, seen: { width: 320, height: 180 } },
  { operation: 'watermark', parameters: NEEDED.watermark, seen: { width: 320 } },
] as const

test.group('operations', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(() => rm(scratchPath, { recursive: true, force: true }))
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('{operation} {$i} is published as what it is')
    .with([...CHOSEN])
    .run(async ({ fs, assert }, { operation, parameters, seen }) => {
      const video = await ingest(await landscapeClip(fs.basePath))
      const job = await ask(video, operation, parameters)

      assert.equal(await workOn(job), 'completed', JSON.stringify(await job.refresh()))

      const [rendition] = await Rendition.query().where('job_id', job.id)
      assert.containsSubset(rendition.serialize(), seen)
      assert.isNull(rendition.presetVersionId)
      assert.deepEqual(await filesIn(scratchPath), [])
      assert.include(await filesIn(join(storagePath, 'renditions')), nameOf(rendition))
    })

  test('a wrong value is refused with its name, value and range', async ({ fs, assert }) => {
    const video = await ingest(await landscapeClip(fs.basePath))

    await assert.rejects(() => ask(video, 'resize', { width: -4 }), /resize.*width.*-4/)
    await assert.rejects(() => ask(video, 'resize', { widht: 640 }), InvalidOperation)
    await assert.rejects(() => ask(video, 'watermark', {}), /text/)
    await assert.rejects(() => ask(video, 'explode'), OperationNotFound)
    assert.equal((await video.refresh()).status, 'pending')
  })

  test('the same operation waits once, another value is other work', async ({ fs, assert }) => {
    const video = await ingest(await landscapeClip(fs.basePath))

    await ask(video, 'resize', { width: 160 })

    await assert.rejects(() => ask(video, 'resize', { width: '160' }), JobAlreadyActive)
    const other = await ask(video, 'resize', { width: 100 })
    assert.equal(other.status, 'queued')
    assert.equal(other.parameters.width, 100)
  })
})

function nameOf(rendition: Rendition) {
  return rendition.fileKey.split('/').at(-1)!
}
