import { test } from '@japa/runner'
import { leadOf, seekTo } from '#media/plan/plan_seek'
import { mediaInfo } from '#tests/fixtures/media_infos'

test.group('leadOf', () => {
  test('trusts an index', ({ assert }) => {
    assert.equal(leadOf(mediaInfo()), 0)
  })

  test('reads from before where there is none, and from the start where moments are wrong', ({
    assert,
  }) => {
    const ts = { container: 'mpegts', durationS: 60 }
    assert.equal(leadOf(mediaInfo({ ...ts, claimedDurationS: 60.2 })), 10)
    assert.isNull(leadOf(mediaInfo({ ...ts, claimedDurationS: 20 })))
  })
})

test.group('seekTo', () => {
  test('reads no more than it must', ({ assert }) => {
    assert.deepEqual(seekTo(30, 0), { fromS: 30, skipS: 0 })
    assert.deepEqual(seekTo(30, 10), { fromS: 20, skipS: 10 })
    assert.deepEqual(seekTo(4, 10), { fromS: 0, skipS: 4 })
    assert.deepEqual(seekTo(30, null), { fromS: 0, skipS: 30 })
  })
})
