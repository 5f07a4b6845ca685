import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import Job from '#jobs/job'
import RetryFailedJobs, { type RetryRequest } from '#jobs/life/retry_failed_jobs'
import EditPreset from '#presets/edit_preset'
import { dismissJobs } from '#jobs/life/dismiss_jobs'
import { deadLettersByCause, listDeadLetters } from '#jobs/reports/dead_letters'
import { findPresetVersion } from '#presets/find_preset_version'
import { mediakeep } from '#accounts/actor'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { failedJob } from '#tests/helpers/failed_jobs'
import { makeVideo } from '#tests/helpers/make_video'
import { startJob } from '#tests/helpers/work'

const by = mediakeep('system')
const WHOLE = { page: 1, perPage: 100 }

async function retry(request: Partial<RetryRequest>) {
  const retryFailed = await app.container.make(RetryFailedJobs)
  return retryFailed.handle({ maxJobs: null, by, ...request })
}

/** A new version of the preset `mobile`. */
async function changePreset() {
  const { recipe } = await findPresetVersion('mobile')
  const [first, ...others] = recipe.renditions
  const video = { ...first.video!, crf: (first.video!.crf ?? 23) + 1 }
  const changed = { ...recipe, renditions: [{ ...first, video }, ...others] }
  const edit = await app.container.make(EditPreset)
  return edit.handle({ name: 'mobile', recipe: changed, by })
}

test.group('Dead letters', (group) => {
  group.each.setup(() => cleanDatabase())

  test('are grouped by cause, with what was seen last', async ({ assert }) => {
    await failedJob({ cause: 'DISK_FULL', evidence: 'first' })
    const last = await failedJob({ cause: 'DISK_FULL', evidence: 'last' })
    await failedJob({ cause: 'TIME_LIMIT' })

    const groups = await deadLettersByCause({})

    assert.deepEqual(
      groups.map(({ cause, jobs, videos }) => ({ cause, jobs, videos })),
      [
        { cause: 'DISK_FULL', jobs: 2, videos: 2 },
        { cause: 'TIME_LIMIT', jobs: 1, videos: 1 },
      ]
    )
    const sample = { jobId: last.id, message: 'It went wrong.', evidence: 'last' }
    assert.deepEqual(groups[0].sample, sample)
  })

  test('are chosen by text of the video, by preset and by cause', async ({ assert }) => {
    const knee = await failedJob({ title: 'A knee', preset: 'low', cause: 'TIME_LIMIT' })
    const hip = await failedJob({ title: 'A hip' })
    const ids = async (filter: object) =>
      (await listDeadLetters({ ...filter, ...WHOLE })).all().map(({ id }) => id)

    assert.deepEqual(await ids({}), [hip.id, knee.id])
    assert.deepEqual(await ids({ search: 'KNEE' }), [knee.id])
    assert.deepEqual(await ids({ preset: 'low' }), [knee.id])
    assert.deepEqual(await ids({ cause: 'DISK_FULL' }), [hip.id])
    assert.deepEqual(await ids({ jobIds: [knee.id], cause: 'DISK_FULL' }), [])
  })

  test('that are dismissed are out of the list and are passed over by retries', async ({
    assert,
  }) => {
    const job = await failedJob()
    const other = await failedJob({ cause: 'TIME_LIMIT' })

    const dismissed = await dismissJobs({ cause: 'DISK_FULL', by })

    assert.deepEqual(dismissed, [job.id])
    assert.deepEqual(await retry({}), [other.id])
    await job.refresh()
    assert.equal(job.status, 'failed')
    assert.equal(job.dismissedBy, 'mediakeep')
    assert.deepEqual(await dismissJobs({ by }), [], 'nothing is dismissed twice')
    const audited = await db.from('audit').where('action', 'jobs.dismissed')
    assert.lengthOf(audited, 1)
  })

  test('of a text are retried, and no others', async ({ assert }) => {
    const knee = await failedJob({ title: 'A knee' })
    const hip = await failedJob({ title: 'A hip' })

    assert.deepEqual(await retry({ search: 'knee' }), [knee.id])

    assert.equal((await Job.findOrFail(hip.id)).status, 'failed')
  })
})

test.group('A retry', (group) => {
  group.each.setup(() => cleanDatabase())

  test('keeps the version that was asked with', async ({ assert }) => {
    const job = await failedJob()
    await changePreset()

    assert.deepEqual(await retry({}), [job.id])

    const { status, presetVersionId } = await Job.findOrFail(job.id)
    assert.equal(status, 'queued')
    assert.equal(presetVersionId, job.presetVersionId)
  })

  test('with the newest version is a new job in place of the old', async ({ assert }) => {
    const job = await failedJob()
    const newest = await changePreset()

    const [id, ...others] = await retry({ isLatestVersion: true })

    assert.lengthOf(others, 0)
    assert.notEqual(id, job.id)
    const anew = await Job.findOrFail(id)
    assert.containsSubset(anew, { status: 'queued', videoId: job.videoId, lane: 'encode' })
    assert.equal(anew.presetVersionId, newest.id)
    await job.refresh()
    assert.isNotNull(job.dismissedAt)
    const video = await db.from('videos').where('id', job.videoId).first()
    assert.equal(video.status, 'queued')
  })

  test('with the newest version keeps the job where there is no newer', async ({ assert }) => {
    const job = await failedJob({ preset: 'low' })
    const older = await failedJob({ preset: 'mobile' })
    await changePreset()

    const ids = await retry({ isLatestVersion: true })

    assert.lengthOf(ids, 2)
    assert.include(ids, job.id)
    assert.notInclude(ids, older.id)
  })

  test('never starts the newest version twice for one video', async ({ assert }) => {
    const video = await makeVideo()
    await failedJob({ video })
    await changePreset()
    await failedJob({ video })
    await changePreset()

    const ids = await retry({ isLatestVersion: true })

    assert.lengthOf(ids, 1)
    assert.lengthOf(await Job.query().where({ videoId: video.id, status: 'queued' }), 1)
    assert.lengthOf(await deadLettersByCause({}), 0)
  })

  test('with the newest version starts nothing that runs already', async ({ assert }) => {
    const video = await makeVideo()
    const job = await failedJob({ video })
    await changePreset()
    const running = await startJob(video)

    assert.deepEqual(await retry({ isLatestVersion: true, jobIds: [job.id] }), [])

    assert.equal((await Job.findOrFail(running.id)).status, 'queued')
    assert.lengthOf(await Job.query().where('video_id', video.id), 2)
  })
})
