import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { ChangeFeed } from '#http/live/change_feed'
import type { Change } from '#http/live/changed_pages'
import env from '#start/env'
import { cleanDatabase } from '../../helpers/clean_database.js'
import { makeVideo } from '../../helpers/make_video.js'
import { until } from '../../helpers/until.js'
import { startJob } from '../../helpers/work.js'

test.group('ChangeFeed', (group) => {
  group.each.setup(() => cleanDatabase())

  async function listen(cleanup: (end: () => Promise<void>) => void) {
    const changes: Change[] = []
    const missed: number[] = []
    const feed = new ChangeFeed({
      databaseUrl: env.get('DATABASE_URL'),
      onChange: (change) => changes.push(change),
      onMissed: () => missed.push(changes.length),
    })
    feed.open()
    cleanup(() => feed.close())
    await until(async () => missed.length > 0, 5_000)
    return { changes, missed }
  }

  test('a change is heard with the rows it is about', async ({ assert, cleanup }) => {
    const job = await startJob(await makeVideo())
    const { changes } = await listen(cleanup)

    await db.from('jobs').where('id', job.id).update({ priority: 5 })
    await until(async () => changes.length > 0, 5_000)

    assert.deepEqual(changes, [{ table: 'jobs', rows: [{ id: job.id, video_id: job.videoId }] }])
  })

  test('a statement that changes many is one notice, one that changes none is silent', async ({
    assert,
    cleanup,
  }) => {
    for (let at = 0; at < 21; at++) await makeVideo()
    const { changes } = await listen(cleanup)

    await db.from('videos').where('id', -1).update({ title: 'Nobody' })
    await db.from('videos').update({ title: 'Everybody' })
    await until(async () => changes.length > 0, 5_000)

    assert.deepEqual(changes, [{ table: 'videos', rows: null }])
  })

  test('a connection that breaks is made again, and says that something may be missed', async ({
    assert,
    cleanup,
  }) => {
    const video = await makeVideo()
    const { changes, missed } = await listen(cleanup)

    await db.rawQuery(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where query = 'listen changes' and datname = current_database()`
    )
    await until(async () => missed.length > 1, 10_000)
    await db.from('videos').where('id', video.id).update({ title: 'Later' })
    await until(async () => changes.length > 0, 5_000)

    assert.deepEqual(changes, [{ table: 'videos', rows: [{ id: video.id }] }])
  })
})
