import { test } from '@japa/runner'
import { fitSize } from '#media/plan/rendition_size'

const box = (maxLongSide: number | null, maxShortSide: number | null) => ({
  maxLongSide,
  maxShortSide,
})

test.group('fitSize', () => {
  test('{0}x{1} within {2}x{3} is {4}x{5}')
    .with([
      [1920, 1080, 1280, 720, 1280, 720],
      [1080, 1920, 1280, 720, 720, 1280],
      [1080, 1080, 1280, 720, 720, 720],
      [2560, 1080, 1280, 720, 1280, 540],
      [1920, 800, 854, 480, 854, 356],
      [1440, 1080, 854, 480, 640, 480],
      [640, 360, 1280, 720, 640, 360],
      [641, 361, 1280, 720, 640, 360],
      [10_000, 2, 1280, 720, 1280, 2],
      [2, 10_000, 1280, 720, 2, 1280],
      [1, 1, 1280, 720, 2, 2],
      [3, 5, 1280, 720, 2, 4],
      [8192, 8192, 640, 360, 360, 360],
      [1920, 1080, null, null, 1920, 1080],
      [1919, 1079, null, null, 1918, 1078],
      [1920, 1080, 1280, null, 1280, 720],
      [1920, 1080, null, 480, 854, 480],
      [1080, 1920, null, 480, 480, 854],
      [1080, 1920, 640, null, 360, 640],
      [720, 576, 854, 480, 600, 480],
      [1024, 576, 854, 480, 854, 480],
    ] as const)
    .run(({ assert }, [width, height, long, short, toWidth, toHeight]) => {
      const size = fitSize({ width, height }, box(long, short))

      assert.deepEqual(size, { width: toWidth, height: toHeight })
    })

  test('is even, within the box, no larger than the source and of its shape, whatever comes', ({
    assert,
  }) => {
    for (let width = 4; width < 3000; width += 37) {
      for (let height = 4; height < 3000; height += 61) {
        const size = fitSize({ width, height }, box(1280, 720))
        assert.equal((size.width % 2) + (size.height % 2), 0)
        assert.isAtMost(size.width, width)
        assert.isAtMost(size.height, height)
        assert.isAtMost(Math.max(size.width, size.height), 1280)
        assert.isAtMost(Math.min(size.width, size.height), 720)
        const scale = Math.min(1, 720 / Math.min(width, height), 1280 / Math.max(width, height))
        assert.closeTo(size.width, Math.max(2, width * scale), 2)
        assert.closeTo(size.height, Math.max(2, height * scale), 2)
      }
    }
  })

  test('done again changes nothing', ({ assert }) => {
    for (const [width, height] of [
      [1919, 1079],
      [33, 17],
      [720, 576],
    ]) {
      const once = fitSize({ width, height }, box(854, 480))

      assert.deepEqual(fitSize(once, box(854, 480)), once)
    }
  })
})
