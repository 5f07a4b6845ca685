import { test } from '@japa/runner'
import { ace, aceJson } from '#tests/helpers/ace'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'

test.group('bench jobs', (group) => {
  group.each.timeout(180_000)
  group.each.setup(() => cleanDatabase())
  group.each.teardown(() => cleanDatabase())

  test('tells costs beside those of bare SQL and BullMQ in one run', async ({ assert }) => {
    const parts = ['--parts', 'batch,start,rate', '--jobs', '50', '--rounds', '1']

    const { code, result } = await aceJson(['bench:jobs', ...parts])

    assert.equal(code, 0)
    const { batch, start, rate } = result
    assert.equal(batch.jobs, 50)
    assert.closeTo(batch.bareMs, batch.bareInsertMs + batch.bareAddMs, 1e-6)
    assert.closeTo(batch.ratio, batch.oursMs / batch.bareMs, 1e-9)
    assert.isAbove(start.bare.p50Ms, 0)
    assert.isAtLeast(start.ours.p99Ms, start.ours.p50Ms)
    assert.closeTo(start.ratio, start.ours.p50Ms / start.bare.p50Ms, 1e-9)
    assert.isAbove(rate.claims, 0)
    assert.closeTo(rate.ratio, rate.lane / rate.bare, 1e-9)
  })

  test('tells where the time of a job went, and all of it', async ({ assert }) => {
    const parts = ['--parts', 'overhead', '--clips', '1', '--rounds', '1']

    const { code, result } = await aceJson(['bench:jobs', ...parts])

    assert.equal(code, 0)
    const [overhead] = result.overhead
    const { claimMs, bringMs, planMs, ffmpegMs, aroundMs, verifyMs, publishMs, afterMs } = overhead
    const sum = claimMs + bringMs + planMs + ffmpegMs + aroundMs + verifyMs + publishMs + afterMs
    assert.closeTo(sum / overhead.wholeMs, 1, 0.1)
    assert.isAbove(ffmpegMs, 0)
    assert.isAbove(verifyMs, 0)
    assert.closeTo(
      overhead.share,
      (overhead.wholeMs - ffmpegMs - verifyMs) / overhead.wholeMs,
      1e-9
    )
  })

  test('never measures where people have videos', async ({ assert }) => {
    await makeVideo({ title: 'Holiday' })

    const { code, stdout, stderr } = await ace(['bench:jobs', '--jobs', '50'])

    assert.equal(code, 2)
    assert.include(stdout + stderr, './ace bench jobs makes an empty one')
  })
})
