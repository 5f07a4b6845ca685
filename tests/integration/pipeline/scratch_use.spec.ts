import { test } from '@japa/runner'
import { ScratchUse } from '#pipeline/scratch_use'

/** No row has it, and no row could. */
const REFUSED = { jobId: '', token: 1, attemptId: Number.NaN }

test.group('ScratchUse', () => {
  test('looking goes on where the database refuses what was seen', async ({ fs, assert }) => {
    await fs.create('made.mp4', 'ten bytes.')
    const use = new ScratchUse(REFUSED, fs.basePath, 1_000)

    assert.equal(await use.measure(), 10)
    await assert.rejects(() => use.check())
  })
})
