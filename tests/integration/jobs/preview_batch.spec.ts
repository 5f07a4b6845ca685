import { test } from '@japa/runner'
import Job from '#jobs/job'
import { mediakeep } from '#accounts/actor'
import { laneStatus } from '#jobs/reports/lane_status'
import { limitLane, pauseLane } from '#jobs/lanes/change_lane'
import { previewBatch } from '#jobs/batches/preview_batch'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { startJob } from '#tests/helpers/work'

const by = mediakeep('system')

test.group('The preview of a batch', (group) => {
  group.each.setup(() => cleanDatabase())

  test('counts its jobs and says why other videos get none', async ({ assert }) => {
    for (let n = 0; n < 4; n++) await makeVideo({ title: 'A knee' })
    await makeVideo({ title: 'A hip' })
    await startJob(await makeVideo({ title: 'Another knee' }))

    const preview = await previewBatch({ preset: 'mobile', search: 'knee', maxVideos: 3 })

    assert.deepEqual(preview, {
      videos: 6,
      jobs: 3,
      leftOut: [
        { reason: 'does_not_match', videos: 1 },
        { reason: 'already_active', videos: 1 },
        { reason: 'beyond_max_videos', videos: 1 },
      ],
    })
    assert.lengthOf(await Job.all(), 1, 'nothing is started')
  })
})

test.group('The lanes', (group) => {
  group.each.setup(() => cleanDatabase())

  test('tell what waits in them, who paused them and what they may', async ({ assert }) => {
    await startJob(await makeVideo())
    await pauseLane({ lane: 'encode', by, reason: 'lunch' })
    await limitLane({ lane: 'quick', by, concurrency: 3 })

    const [all, quick, encode] = await laneStatus()

    assert.containsSubset(all, { name: 'all', waiting: 1, running: 0, held: 0, paused: null })
    assert.containsSubset(quick, { name: 'quick', waiting: 0, concurrency: 3, breaker: null })
    assert.containsSubset(encode, { waiting: 1, paused: { by: 'mediakeep', reason: 'lunch' } })
  })
})
