import { rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import CreatePreset from '#presets/create_preset'
import { claimJob } from '#jobs/life/claim_job'
import { mediakeep } from '#accounts/actor'
import { validateRecipe } from '#presets/validate_recipe'
import { storagePath } from '#config/mediakeep'
import { makeClip } from '#tests/fixtures/make_clip'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { ingest, startJob, workOn } from '#tests/helpers/work'
import type Video from '#videos/video'
import type { PresetLimits } from '#presets/preset_limits'

const TIB = 1024 ** 4
const NOISE = 'testsrc2=s=640x360:r=25,noise=alls=60:allf=t'
const SMALL_NOISE = 'testsrc2=s=320x180:r=25,noise=alls=60:allf=t'

/** Pictures that no encoder makes small, with sound. */
function noisyClip(folder: string, of: { durationS: number; source?: string }) {
  return makeClip(join(folder, 'noise.mp4'), [
    ...['-f', 'lavfi', '-i', of.source ?? NOISE, '-f', 'lavfi', '-i', 'anoisesrc=a=0.3'],
    ...['-t', String(of.durationS), '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '18'],
    ...['-pix_fmt', 'yuv420p', '-c:a', 'aac'],
  ])
}

async function presetWith(limits: PresetLimits, written: object = {}): Promise<string> {
  const video = { policy: 'encode', encoderPreset: 'medium', crf: 16 }
  const recipe = await validateRecipe({ renditions: [{ name: 'x', video, audio: {} }], ...written })
  const named = { name: 'limited', title: 'Limited', description: '' }
  await new CreatePreset().handle({ ...named, recipe, limits, by: mediakeep('system') })
  return 'limited'
}

/** Runs one attempt, and tells how it and its job ended. */
async function attemptAt(video: Video, preset: string) {
  const job = await startJob(video, preset)
  const outcome = await workOn(job)
  await job.refresh()
  const attempt = await job.related('attempts').query().firstOrFail()
  return { outcome, job, attempt }
}

test.group('a limit that strikes', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('hard time: all is stopped, and the job waits for another try', async ({ fs, assert }) => {
    const video = await ingest(await noisyClip(fs.basePath, { durationS: 12 }))

    const { outcome, attempt } = await attemptAt(video, await presetWith({ hardTimeS: 2 }))

    assert.equal(outcome, 'waits_for_retry')
    assert.equal(attempt.cause, 'TIME_LIMIT')
    assert.match(attempt.message!, /stopped at 2 s/)
  }).timeout(60_000)

  test('soft time: people are told, and an encode that runs may end', async ({ fs, assert }) => {
    const video = await ingest(await noisyClip(fs.basePath, { durationS: 3, source: SMALL_NOISE }))

    const { outcome, attempt } = await attemptAt(video, await presetWith({ softTimeS: 1 }))

    // A machine so busy that the encode would have begun too late begins none.
    assert.equal(attempt.cause, outcome === 'completed' ? null : 'SOFT_TIME_LIMIT')
    assert.match(attempt.message!, /soft limit of 1 s|allowed are 1 s/)
  }).timeout(120_000)

  test('output: ffmpeg is stopped, and the same again is not tried', async ({ fs, assert }) => {
    const video = await ingest(await noisyClip(fs.basePath, { durationS: 6 }))

    const { outcome, attempt } = await attemptAt(video, await presetWith({ outputMib: 1 }))

    assert.equal(outcome, 'failed')
    assert.equal(attempt.cause, 'OUTPUT_TOO_LARGE')
    assert.match(attempt.message!, /\d+ MiB, allowed are 1 MiB/)
  }).timeout(60_000)

  test('memory: that of the whole tree, as the preset says it', async ({ fs, assert }) => {
    const video = await ingest(await noisyClip(fs.basePath, { durationS: 6 }))

    const { outcome, attempt } = await attemptAt(video, await presetWith({ memoryMib: 64 }))

    assert.equal(outcome, 'waits_for_retry')
    assert.equal(attempt.cause, 'OUT_OF_MEMORY_LIMIT')
    assert.match(attempt.message!, /allowed are 64 MiB/)
  }).timeout(60_000)

  test('scratch: what others reserved is not free, and both numbers are told', async ({
    fs,
    assert,
  }) => {
    const video = await ingest(await noisyClip(fs.basePath, { durationS: 1 }))
    const other = (await claimJob((await startJob(video, 'low')).id, 'w'))!
    const reservation = { host_name: hostname(), reserved_bytes: 500 * TIB }
    await db.from('attempts').where('id', other.attemptId).update(reservation)

    const { outcome, job, attempt } = await attemptAt(video, 'medium')

    assert.equal(outcome, 'waits_for_retry')
    assert.equal(attempt.cause, 'SCRATCH_TOO_SMALL')
    assert.match(attempt.message!, /\d+ MiB may be needed, 0 MiB are free/)
    assert.isNull(attempt.reservedBytes)
    await db
      .from('attempts')
      .where('id', other.attemptId)
      .update({ scratch_bytes: 500 * TIB })
    await db
      .from('jobs')
      .where('id', attempt.jobId)
      .update({ due_at: db.raw('now()') })
    assert.equal(await workOn(job), 'completed')
  }).timeout(60_000)
})

const FORMATS = [
  {
    name: 'a',
    container: 'webm',
    video: { codecs: ['vp9'], policy: 'encode' },
    audio: { codecs: ['opus'] },
  },
  { name: 'b', container: 'gif', video: { codecs: ['gif'] } },
  { name: 'c', container: 'png', video: { codecs: ['png'] }, still: { atS: null } },
  { name: 'd', container: 'wav', audio: { codecs: ['pcm'] } },
  { name: 'e', container: 'webp', video: { codecs: ['webp'] } },
  { name: 'f', video: { codecs: ['h264'], policy: 'copy_if_web_safe' }, audio: {} },
]
const LADDER = {
  renditions: [
    { name: 'g', video: { policy: 'encode', crf: 18 }, audio: {} },
    { name: 'h', video: { policy: 'encode', maxShortSide: 120 }, audio: {} },
  ],
  hls: { name: 'hls', segmentS: 2 },
  storyboard: { tileWidth: 160, columns: 5, maxTiles: 100 },
  poster: { width: 320, atS: null },
}

test.group('the estimate of scratch', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('is never less than what is used')
    .with([
      { what: 'formats', written: { renditions: FORMATS } },
      { what: 'a ladder', written: LADDER },
    ])
    .run(async ({ fs, assert }, { written, what }) => {
      const clip = await noisyClip(fs.basePath, { durationS: 3, source: SMALL_NOISE })
      const video = await ingest(clip)

      const { outcome, attempt } = await attemptAt(video, await presetWith({}, written))

      assert.equal(outcome, 'completed', `${what}: ${attempt.message}`)
      const { reservedBytes, scratchBytes } = attempt
      assert.isAbove(scratchBytes!, 100_000)
      assert.isAtLeast(reservedBytes!, scratchBytes! + video.sizeBytes, what)
    })
    .timeout(180_000)
})
