import { test } from '@japa/runner'
import { UsageCurve } from '#jobs/usage_curve'

test.group('UsageCurve', () => {
  const MIB = 2 ** 20

  function curveOf(lengthMs: number, cores: number) {
    const curve = new UsageCurve()
    for (let atMs = 0; atMs <= lengthMs; atMs += 200) {
      curve.add({ atMs, cpuS: (atMs / 1000) * cores, memoryBytes: atMs > 1000 ? 50 * MIB : MIB })
    }
    return curve.usage
  }

  test('CPU time over time is cores, and memory is the most between two points', ({ assert }) => {
    const { points } = curveOf(3_000, 1.5)
    assert.closeTo(points[0][0], 1.5, 0.01)
    assert.equal(points[0][1], MIB)
    assert.equal(points.at(-1)![1], 50 * MIB)
  })

  test('{lengthMs} ms are at most 120 points over the whole time')
    .with([{ lengthMs: 10_000 }, { lengthMs: 600_000 }, { lengthMs: 7_200_000 }])
    .run(({ assert }, { lengthMs }) => {
      const { everyMs, points } = curveOf(lengthMs, 2)
      assert.isAtMost(points.length, 120)
      assert.isAbove(points.length * everyMs, lengthMs * 0.85)
      assert.isAtMost(points.length * everyMs, lengthMs * 1.15)
      for (const [cores] of points) assert.closeTo(cores, 2, 0.05)
    })

  test('nothing yet is no point', ({ assert }) => {
    assert.deepEqual(new UsageCurve().usage.points, [])
  })
})
