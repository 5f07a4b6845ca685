import { rm } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import Job from '#jobs/job'
import RunSweeps from '#jobs/sweeps/run_sweeps'
import StartSweep from '#jobs/sweeps/start_sweep'
import Sweep, { type SweepAction } from '#jobs/sweeps/sweep'
import Video from '#videos/video'
import WrongTallies from '#jobs/repair/kinds/wrong_tallies'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { failedJob } from '#tests/helpers/failed_jobs'
import { makeVideo } from '#tests/helpers/make_video'
import { publishedVideo } from '#tests/helpers/published_video'
import { filesIn, startJob } from '#tests/helpers/work'
import { mediakeep } from '#accounts/actor'
import { claimJob } from '#jobs/life/claim_job'
import { storagePath } from '#config/mediakeep'
import { tallies } from '#videos/tallies'
import type { VideoFilter } from '#videos/matching_videos'

const BY = { ...mediakeep('system'), name: 'Ada' }

test.group('Sweeps', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))

  async function sweep(action: SweepAction, filter: VideoFilter, more = {}) {
    const start = await app.container.make(StartSweep)
    return start.handle({ action, filter, by: BY, ...more })
  }

  test('a tag is put on every video of a filter, once however often', async ({ assert }) => {
    for (const title of ['A knee', 'Two knees', 'A hip']) await makeVideo({ title })

    const first = await sweep('tag', { search: 'knee' }, { tag: ' sports ' })
    const second = await sweep('tag', { search: 'knee' }, { tag: 'sports' })

    assert.deepEqual([first.changed, second.changed], [2, 0])
    const tagged = await Video.query().whereRaw(`tags = '{sports}'`)
    assert.lengthOf(tagged, 2)
    const told = await db.from('audit').where({ action: 'video.tagged', actor: 'Ada' })
    assert.lengthOf(told, 2)
    assert.deepEqual(await tallies('tags'), [{ key: 'sports', n: 2, bytes: 0, tookMs: 0 }])
  })

  test('archived videos are out of sight until they are taken back', async ({ assert }) => {
    const { id } = await makeVideo()

    await sweep('archive', {})
    await assert.rejects(() => sweep('archive', {}), /No video fits/)
    const back = await sweep('unarchive', { archived: 'only' })

    assert.equal(back.changed, 1)
    assert.isNull((await Video.findOrFail(id)).archivedAt)
  })

  test('failures of the chosen videos alone are retried', async ({ assert }) => {
    const chosen = await failedJob()
    const other = await failedJob()

    const { changed } = await sweep('retry', { ids: [chosen.videoId] })

    assert.equal(changed, 1)
    assert.equal((await chosen.refresh()).status, 'queued')
    assert.equal((await other.refresh()).status, 'failed')
  })

  test('what waits is cancelled, what ended stays', async ({ assert }) => {
    const job = await startJob(await makeVideo())
    const failed = await failedJob()

    const { changed } = await sweep('cancel', {})

    assert.equal(changed, 1)
    assert.equal((await job.refresh()).status, 'cancelled')
    assert.equal((await failed.refresh()).status, 'failed')
  })

  test('deleting takes videos with their jobs, and no count of them stays', async ({ assert }) => {
    const { videoId } = await failedJob()
    await startJob(await makeVideo())
    const left = await makeVideo({ title: 'Stays' })

    const { changed, finishedAt } = await sweep(
      'delete',
      { ids: [videoId, left.id - 1] },
      { expected: 2 }
    )

    assert.equal(changed, 2)
    assert.isNotNull(finishedAt)
    assert.deepEqual(
      (await Video.all()).map(({ id }) => id),
      [left.id]
    )
    assert.lengthOf(await Job.all(), 0)
    for (const subject of ['jobs', 'failures', 'dead_letters', 'ended'] as const) {
      assert.lengthOf(await tallies(subject, subject === 'ended' ? 2 : undefined), 0, subject)
    }
  })

  test('of many that are deleted only the one waits whose job runs', async ({ assert }) => {
    const running = await startJob(await makeVideo())
    await claimJob(running.id, 'w')
    const { videoId } = await failedJob()
    await publishedVideo(10)

    await sweep('delete', {})

    assert.deepEqual(
      (await Video.all()).map(({ id }) => id),
      [running.videoId]
    )
    const told = await db.from('audit').where('action', 'video.deleted').orderBy('id')
    assert.lengthOf(told, 2)
    assert.deepInclude(told[0], { actor: 'Ada', via: 'system', subject_id: String(videoId) })
    assert.deepInclude(told[0].details, { jobs: 1, renditions: [], endedBy: 'request' })
    assert.deepInclude(told[1].details, { jobs: 0, renditions: ['medium'] })
    assert.deepEqual(await filesIn(storagePath), [])
  })

  test('another number than was confirmed is refused', async ({ assert }) => {
    await makeVideo()

    await assert.rejects(() => sweep('delete', {}, { expected: 2 }), /1 videos fit now, not 2/)
    assert.lengthOf(await Sweep.all(), 0)
  })

  test('goes on behind the last chunk, and two processes share no video', async ({ assert }) => {
    for (let n = 0; n < 3; n++) await makeVideo()
    const started = await sweep('tag', {}, { tag: 'first' })
    await db.from('sweeps').update({ tag: 'second', done: 1, changed: 1, finished_at: null })
    const run = await app.container.make(RunSweeps)

    await Promise.all([run.handle(), run.handle(), run.handle()])

    const now = await Sweep.findOrFail(started.id)
    assert.deepEqual([now.done, now.changed], [3, 3])
    const tags = await Video.query().orderBy('id').select('tags')
    assert.deepEqual(
      tags.map((video) => video.tags.join()),
      ['first', 'first,second', 'first,second']
    )
  })
})

test.group('Tallies', (group) => {
  group.each.setup(() => cleanDatabase())

  test('stay true while many change at once, also when they are folded', async ({ assert }) => {
    const videos = await Promise.all(Array.from({ length: 8 }, () => makeVideo()))
    await Promise.all(
      videos.flatMap((video) => [startJob(video), db.rawQuery('select fold_tallies()')])
    )
    await sweep()

    const [video] = await tallies('videos')
    assert.deepEqual([video.key, video.n, video.bytes], ['cancelled', 8, 8_000])
    assert.deepEqual(
      (await tallies('jobs')).map(({ key, n }) => [key, n]),
      [['cancelled', 8]]
    )
    await db.rawQuery('select fold_tallies()')
    const { rows } = await db.rawQuery(
      'select count(*) as rows, count(distinct (subject, day, key)) as of from tallies'
    )
    assert.equal(rows[0].rows, rows[0].of)
    assert.equal((await tallies('jobs'))[0].n, 8)
  })

  test('that somebody changed past the triggers are corrected once', async ({ assert }) => {
    await startJob(await makeVideo())
    const repair = new WrongTallies()
    const before = await repair.find()
    await db.rawQuery(`update tallies set n = n + 5, bytes = 7 where subject in ('videos', 'jobs')`)
    await db.rawQuery(`insert into tallies (subject, key, n) values ('tags', 'gone', 3)`)

    const findings = await repair.find()
    const made = await Promise.all([...findings, ...findings].map((one) => repair.repair(one)))

    assert.lengthOf(before, 0)
    assert.isAtLeast(findings.length, 3)
    assert.lengthOf(made.filter(Boolean), findings.length)
    assert.lengthOf(await repair.find(), 0)
    assert.deepEqual(await tallies('tags'), [])
  })

  async function sweep() {
    const start = await app.container.make(StartSweep)
    await start.handle({ action: 'cancel', filter: {}, by: BY })
  }
})
