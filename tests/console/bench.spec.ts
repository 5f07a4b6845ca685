import { join } from 'node:path'
import { test } from '@japa/runner'
import * as clips from '#tests/fixtures/clips'
import { ace, aceJson } from '#tests/helpers/ace'

test.group('bench media', (group) => {
  group.each.timeout(180_000)

  test('tells costs as ratios of one run, and equal pictures', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const video = await clips.silentClip(fs.basePath)

    const bench = ['bench', 'media', '--rounds', '1', '--video', video]
    const { code, result } = await aceJson(bench)

    assert.equal(code, 0)
    const { ladder, job } = result
    assert.isAbove(ladder.cpuRatio, 0)
    assert.closeTo(ladder.cpuRatio, ladder.onePass.cpuS / ladder.processPerFile.cpuS, 1e-9)
    assert.isNotEmpty(ladder.ssim)
    for (const rung of Object.values<{ onePass: number; processPerFile: number }>(ladder.ssim)) {
      assert.isAbove(rung.onePass, 0.8)
      assert.closeTo(rung.onePass, rung.processPerFile, 0.01)
    }
    assert.closeTo(job.ratio, (job.probeS + job.encodeS + job.verifyS) / job.bareS, 1e-9)
  })

  test('refuses what is no video, by name', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const video = join(fs.basePath, 'nowhere.mp4')

    const { code, stderr, stdout } = await ace(['bench', 'media', '--video', video])

    assert.equal(code, 2)
    assert.include(stderr + stdout, 'nowhere.mp4')
  })
})
