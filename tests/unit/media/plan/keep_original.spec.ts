import { test } from '@japa/runner'
import { planEncode, type PlanOptions } from '#media/plan/encode_plan'
import { planKept, withKept } from '#media/plan/keep_original'
import { mediaInfo, recipe, renditionRecipe } from '#tests/fixtures/media_infos'
import type { VideoRecipe } from '#media/recipe/recipe'

const NO_LIMITS = { maxBitRate: null, maxShortSide: null, maxLongSide: null }

function kept(video: Partial<VideoRecipe>, grownBy: number, options: PlanOptions = {}) {
  const info = mediaInfo()
  const wanted = recipe([
    renditionRecipe({ video: { policy: 'encode', ...NO_LIMITS, ...video } }),
    renditionRecipe({ name: 'other', video: { policy: 'encode', ...NO_LIMITS } }),
  ])
  const plan = planEncode(info, wanted, options)
  const [{ name }] = plan.renditions
  const made = [
    { name, sizeBytes: info.sizeBytes * grownBy },
    { name: 'other', sizeBytes: info.sizeBytes - 1 },
  ]
  return { plan, again: planKept({ info, recipe: wanted, options, plan }, made) }
}

test.group('planKept', () => {
  test('copies what came out larger, alone, and says by how much', ({ assert }) => {
    const { plan, again } = kept({}, 1.25)

    assert.lengthOf(again!.renditions, 1)
    assert.equal(again!.renditions[0].video!.kind, 'copy')
    assert.match(again!.renditions[0].reason, /^kept the original’s pictures.* 25 % larger/)
    assert.isNull(again!.poster)
    const whole = withKept(plan, again!)
    assert.deepEqual(
      whole.renditions.map(({ video }) => video!.kind),
      ['copy', 'encode']
    )
    assert.deepEqual(whole.poster, plan.poster)
  })

  test('leaves what is not larger', ({ assert }) => {
    assert.isNull(kept({}, 1).again)
  })

  test('leaves what the source would not do for: {why}')
    .with([
      { why: 'another codec', video: { codecs: ['vp9' as const] } },
      { why: 'changed pictures', video: { filters: [{ kind: 'grayscale' as const }] } },
      { why: 'a smaller size', video: { maxShortSide: 90 } },
      { why: 'a ceiling below its rate', video: { maxBitRate: 1000 } },
    ])
    .run(({ assert }, { video }) => {
      assert.isNull(kept(video, 2).again)
    })

  test('tries no copy where one was not whole before', ({ assert }) => {
    assert.isNull(kept({}, 2, { mayCopy: false }).again)
  })
})
