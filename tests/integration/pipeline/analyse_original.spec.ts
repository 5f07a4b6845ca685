import { rm } from 'node:fs/promises'
import { test } from '@japa/runner'
import Video from '#videos/video'
import { analyseOriginal } from '#pipeline/analyse_original'
import { PipelineSettings } from '#pipeline/pipeline_settings'
import { binaries, jobLimits, storagePath } from '#config/mediakeep'
import { landscapeClip } from '#tests/fixtures/clips'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { ingest, startJob, workOn } from '#tests/helpers/work'

const never = new AbortController().signal

test.group('analyseOriginal', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('a job leaves colours and loudness with the video', async ({ fs, assert }) => {
    const video = await ingest(await landscapeClip(fs.basePath))

    assert.equal(await workOn(await startJob(video)), 'completed')

    const { analysis } = await video.refresh()
    assert.lengthOf(analysis!.colours!.luma, 64)
    assert.isBelow(analysis!.loudness!.integratedLufs!, -5)
    assert.deepEqual(analysis!.warnings, [])
  })

  test('looks once in a video’s life', async ({ fs, assert }) => {
    const clip = await landscapeClip(fs.basePath)
    const video = await ingest(clip)
    video.analysis = { colours: null, loudness: null, warnings: ['kept'] }
    await video.save()

    const settings = new PipelineSettings(binaries, jobLimits)
    await analyseOriginal(settings, { video, inputPath: clip, signal: never })

    assert.deepEqual((await Video.findOrFail(video.id)).analysis!.warnings, ['kept'])
  })

  test('fails no job: what cannot be found out is kept as a warning', async ({ fs, assert }) => {
    const clip = await landscapeClip(fs.basePath)
    const video = await ingest(clip)

    const settings = new PipelineSettings({ ...binaries, ffmpeg: '/nowhere/x' }, jobLimits)
    await analyseOriginal(settings, { video, inputPath: clip, signal: never })

    const { analysis } = await Video.findOrFail(video.id)
    assert.isNull(analysis!.colours)
    assert.lengthOf(analysis!.warnings, 2)
  })

  test('what people filter by stands in columns', async ({ fs, assert }) => {
    const { id } = await ingest(await landscapeClip(fs.basePath))

    const video = await Video.findOrFail(id)

    assert.containSubset(video.serialize(), { isVfr: false, isInterlaced: false, audioChannels: 1 })
    assert.isAbove(video.videoBitRate!, 10_000)
    assert.isAbove(video.audioBitRate!, 10_000)
    assert.equal(video.realFrameRate, 25)
    assert.deepEqual(video.warnings, [])
  })
})
