import { join } from 'node:path'
import { stat } from 'node:fs/promises'
import { test } from '@japa/runner'
import { normaliseRecipe } from '#media/recipe/stored_recipe'
import type { VideoCodec } from '#media/recipe/formats'
import * as clips from '#tests/fixtures/clips'
import { makeClip } from '#tests/fixtures/make_clip'
import { make } from '#tests/integration/media/operation_run'

const DURATION_S = 5
const CEILING = 400_000

/** Nothing is harder to code than noise. */
function noisyClip(folder: string) {
  const noise = `testsrc2=s=320x180:r=25:d=${DURATION_S},noise=alls=40:allf=t`
  const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '8', '-pix_fmt', 'yuv420p']
  return makeClip(join(folder, 'noise.mp4'), ['-f', 'lavfi', '-i', noise, ...encode])
}

function recipe(codec: VideoCodec, maxBitRate: number | null, container: 'mp4' | 'webm' = 'mp4') {
  const video = { policy: 'encode' as const, codecs: [codec], maxBitRate }
  return normaliseRecipe({ renditions: [{ name: 'one', container, video }] })
}

async function rateOf(path: string) {
  return ((await stat(path)).size * 8) / DURATION_S
}

test.group('ceilings', (group) => {
  group.each.timeout(60_000)
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('{codec} in {container} stays under 1.1 of its ceiling, and uses most of it')
    .with([
      { codec: 'h264', container: 'mp4' },
      { codec: 'vp9', container: 'webm' },
      { codec: 'av1', container: 'mp4' },
    ] as const)
    .run(async ({ fs, assert }, { codec, container }) => {
      const path = await noisyClip(fs.basePath)

      const { results } = await make(path, recipe(codec, CEILING, container))

      const rate = await rateOf(results[0])
      assert.isAtMost(rate, CEILING * 1.1)
      assert.isAtLeast(rate, CEILING * 0.5)
    })

  test('{codec} does not fill a ceiling that quality does not need')
    .with([
      { codec: 'h264', container: 'mp4' },
      { codec: 'vp9', container: 'webm' },
      { codec: 'av1', container: 'mp4' },
    ] as const)
    .run(async ({ fs, assert }, { codec, container }) => {
      const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '2', '-pix_fmt', 'yuv420p']
      const path = await clips.silentClip(fs.basePath, { durationS: DURATION_S, encode })

      const { results } = await make(path, recipe(codec, 4_000_000, container))

      assert.isBelow(await rateOf(results[0]), 2_000_000)
    })
})
