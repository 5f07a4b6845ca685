import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { eventJson } from '#events/event_json'
import { forgetEvents } from '#events/forget_events'
import { listEvents } from '#events/list_events'
import { relayEvents } from '#events/relay_events'
import CancelJob from '#jobs/life/cancel_job'
import StartBatch from '#jobs/batches/start_batch'
import { claimJob } from '#jobs/life/claim_job'
import { moveJob } from '#jobs/life/move_job'
import { findJob } from '#jobs/reports/find_job'
import { editVideo } from '#videos/edit_video'
import { jobJson } from '#http/transformers/job_json'
import { videoJson } from '#http/transformers/video_json'
import { mediakeep } from '#accounts/actor'
import Video from '#videos/video'
import { cleanDatabase } from '../../helpers/clean_database.js'
import { makeVideo } from '../../helpers/make_video.js'
import { startJob } from '../../helpers/work.js'

const BY = mediakeep('system')

test.group('Events', (group) => {
  group.each.setup(() => cleanDatabase())

  async function told(after = 0) {
    await relayEvents()
    return listEvents({ after, limit: 100 })
  }

  async function typesTold() {
    return (await told()).map(({ type }) => type)
  }

  test('the life of a video and its job is told, in order', async ({ assert }) => {
    const video = await makeVideo()
    await editVideo({ video, title: 'By the sea', by: BY })
    const job = await startJob(video)
    const lease = await claimJob(job.id, 'test-worker')
    const failed = { failure_cause: 'TIME_LIMIT', failure_message: 'it took 3601 s' }
    await db.transaction((trx) =>
      moveJob(trx, {
        ...{ jobId: job.id, from: 'running', to: 'failed', leaseToken: lease!.token },
        set: failed,
      })
    )
    await db.from('jobs').where('video_id', video.id).delete()
    await db.from('videos').where('id', video.id).delete()

    const events = await told()
    assert.deepEqual(
      events.map((event) => [event.type, event.videoId, event.jobId]),
      [
        ['video.uploaded', video.id, null],
        ['video.updated', video.id, null],
        ['job.queued', video.id, job.id],
        ['job.started', video.id, job.id],
        ['job.failed', video.id, job.id],
        ['video.deleted', video.id, null],
      ]
    )
    assert.containsSubset(eventJson(events[4]).data, {
      status: 'failed',
      cause: { code: 'TIME_LIMIT', message: 'it took 3601 s', can_retry_help: true },
    })
    assert.isString((eventJson(events[4]).data.cause as { remedy: string }).remedy)
  })

  test('an event says of a thing what the API says of it', async ({ assert }) => {
    const video = await makeVideo()
    await editVideo({ video, tags: ['sea', 'süß "quoted"'], by: BY })
    const started = await startJob(video)
    const cancel = await app.container.make(CancelJob)
    await cancel.handle({ job: started, by: BY })

    const events = await told()
    const asked = JSON.parse(JSON.stringify(jobJson(await findJob(started.id))))
    const ofJob = eventJson(events.at(-1)!).data
    assert.deepEqual(pick(asked, Object.keys(ofJob)), ofJob)
    const later = ['position', 'eta', 'waits_for', 'phase', 'phase_title']
    const left = [
      ...later,
      'dismissed_by',
      'dismissed_at',
      'paused_by',
      'paused_at',
      'is_cancellation_requested',
    ]
    assert.sameMembers(
      Object.keys(asked).filter((key) => !(key in ofJob)),
      left
    )

    const { links, ...ofVideo } = eventJson(events[1]).data
    const shown = JSON.parse(JSON.stringify(videoJson(await Video.findOrFail(video.id))))
    const { status, updated_at: updatedAt, ...stays } = ofVideo
    assert.deepEqual(pick(shown, Object.keys(stays)), stays)
  })

  test('what is rolled back was never told', async ({ assert }) => {
    const video = await makeVideo()
    const trx = await db.transaction()
    await trx.from('videos').where('id', video.id).update({ title: 'Never' })
    await trx.rollback()

    assert.deepEqual(await typesTold(), ['video.uploaded'])
  })

  test('what changes nothing that is told is silent', async ({ assert }) => {
    const job = await startJob(await makeVideo())
    await claimJob(job.id, 'test-worker')
    const before = await typesTold()
    await db.from('jobs').update({ progress: 0.5 })
    await db.from('videos').update({ updated_at: new Date(), status: 'processing' })

    assert.deepEqual(await typesTold(), before)
  })

  test('whoever read on past a transaction that was still open gets its events after', async ({
    assert,
  }) => {
    const [slow, quick] = [await makeVideo({ title: 'Slow' }), await makeVideo({ title: 'Quick' })]
    const read = (await told()).at(-1)!.id
    const first = await db.transaction()
    await first.from('videos').where('id', slow.id).update({ title: 'Slow, changed first' })
    const second = await db.transaction()
    await second.from('videos').where('id', quick.id).update({ title: 'Quick, committed first' })
    await second.commit()

    const seen = await told(read)
    assert.deepEqual(
      seen.map(({ videoId }) => videoId),
      [quick.id]
    )
    await first.commit()
    const later = await told(seen[0].id)
    assert.deepEqual(
      later.map(({ videoId }) => videoId),
      [slow.id]
    )
  })

  test('any number of relays at once tell each event once, in order', async ({ assert }) => {
    const videos = await Promise.all(Array.from({ length: 20 }, () => makeVideo()))
    await Promise.all(Array.from({ length: 4 }, () => relayEvents()))

    const events = await told()
    assert.sameMembers(
      events.map(({ videoId }) => videoId),
      videos.map(({ id }) => id)
    )
  })

  test('a batch tells that it began and that it ended', async ({ assert }) => {
    await makeVideo()
    const start = await app.container.make(StartBatch)
    const { batch, jobIds } = await start.handle({ preset: 'mobile', maxVideos: null, by: BY })
    await db
      .from('batches')
      .where('id', batch.id)
      .update({ finished_at: db.raw('now()') })

    const events = (await told()).filter(({ batchId }) => batchId === batch.id)
    assert.deepEqual(
      events.map(({ type }) => type),
      ['job.queued', 'batch.started', 'batch.completed']
    )
    assert.containsSubset(events[1].payload, { job_count: 1, jobs: { queued: 1, running: 0 } })
    assert.equal(events[0].jobId, jobIds[0])
  })

  test('old events are forgotten', async ({ assert }) => {
    await makeVideo()
    await makeVideo()
    const [old] = await told()
    await db.rawQuery(`update events set created_at = now() - interval '31 days' where id = ?`, [
      old.id,
    ])

    assert.equal(await forgetEvents(30), 1)
    assert.lengthOf(await told(), 1)
  })
})

function pick(from: Record<string, unknown>, keys: string[]) {
  return Object.fromEntries(keys.map((key) => [key, from[key]]))
}
