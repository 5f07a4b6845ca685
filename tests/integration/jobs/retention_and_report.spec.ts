import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import ApplyRetention, { retentionWords } from '#jobs/retention/apply_retention'
import Video from '#videos/video'
import { dailyReport, reportWords } from '#jobs/reports/daily_report'
import { mediakeep } from '#accounts/actor'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { failedJob } from '#tests/helpers/failed_jobs'
import { makeVideo } from '#tests/helpers/make_video'
import { publishedVideo } from '#tests/helpers/published_video'

const by = mediakeep('schedule')

test.group('ApplyRetention', (group) => {
  let retention: ApplyRetention
  group.each.setup(async () => {
    await cleanDatabase()
    retention = await app.container.make(ApplyRetention)
  })

  const apply = (of: { isDryRun?: boolean; maxVideos?: number } = {}) =>
    retention.handle({
      rules: { failedAfterDays: 30, archivedAfterDays: 90 },
      ...{ maxVideos: 10, isDryRun: false, by },
      ...of,
    })

  async function failedLongAgo(days: number) {
    const job = await failedJob()
    await db
      .from('jobs')
      .where('id', job.id)
      .update({ finished_at: db.raw(`now() - ? * interval '1 day'`, [days]) })
    await db.from('videos').where('id', job.videoId).update({ status: 'failed' })
    return job.videoId
  }

  async function archivedLongAgo(days: number) {
    const { id } = await makeVideo({ title: 'Old', status: 'completed' })
    const archived = { archived_at: db.raw(`now() - ? * interval '1 day'`, [days]) }
    await db
      .from('videos')
      .where({ id })
      .update({ ...archived, archived_by: 'somebody' })
    return id
  }

  test('deletes what failed or was archived long enough ago, and nothing else', async ({
    assert,
  }) => {
    await failedLongAgo(31)
    await archivedLongAgo(91)
    const kept = [await failedLongAgo(29), await archivedLongAgo(89), (await makeVideo()).id]

    const { due } = await apply()

    const left = await Video.query().orderBy('id')
    assert.deepEqual(due.map(({ rule }) => rule).sort(), ['archived', 'failed'])
    assert.sameMembers(
      left.map(({ id }) => id),
      kept
    )
    assert.lengthOf(await db.from('audit').where('action', 'video.deleted'), 2)
  })

  test('a video that failed once but has something published stays', async ({ assert }) => {
    const { video } = await publishedVideo(10)
    const failed = await failedLongAgo(31)
    await db.from('jobs').where('video_id', failed).update({ video_id: video.id })
    await db.from('videos').where('id', video.id).update({ status: 'failed' })

    await apply()

    assert.isNotNull(await Video.find(video.id))
  })

  test('a dry run deletes nothing and says what it would', async ({ assert }) => {
    for (let at = 0; at < 3; at += 1) await failedLongAgo(31 + at)

    const found = await apply({ isDryRun: true, maxVideos: 2 })

    assert.match(
      retentionWords(found),
      /^Would delete 2 videos \(2 failed\), .+B\. 1 other is due too\.$/
    )
    assert.lengthOf(await Video.all(), 3)
  })
})

test.group('dailyReport', (group) => {
  group.each.setup(() => cleanDatabase())

  test('counts what ended in its span and nothing before', async ({ assert }) => {
    await failedJob({ cause: 'DISK_FULL' })
    const old = await failedJob({ cause: 'DISK_FULL' })
    await db
      .from('jobs')
      .where('id', old.id)
      .update({ finished_at: db.raw(`now() - interval '2 days'`) })

    const report = await dailyReport({ until: new Date(), hours: 24 })

    assert.equal(report.failed, 1)
    assert.deepEqual(report.failures, [{ cause: 'DISK_FULL', jobs: 1 }])
    assert.equal(report.storage.videos, 2)
    assert.include(reportWords(report), '1 failed (most by DISK_FULL)')
  })
})
