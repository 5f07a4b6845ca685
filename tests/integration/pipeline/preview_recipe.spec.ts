import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import Job from '#jobs/job'
import Rendition from '#videos/rendition'
import { scratchPath } from '#config/mediakeep'
import PreviewRecipe from '#pipeline/preview/preview_recipe'
import { NothingToPreview, PreviewBusy, PreviewFailed } from '#pipeline/preview/errors'
import { findPresetVersion } from '#presets/find_preset_version'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { landscapeClip } from '#tests/fixtures/clips'
import { filesIn, ingest } from '#tests/helpers/work'

test.group('PreviewRecipe', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  const signal = new AbortController().signal
  const preview = async () => app.container.make(PreviewRecipe)
  const recipeOf = async (preset: string) => (await findPresetVersion(preset)).recipe

  test('five seconds are made, compared and forecast, and nothing is kept', async ({
    fs,
    assert,
  }) => {
    const clip = await landscapeClip(fs.basePath, { durationS: 20 })
    const video = await ingest(clip)
    const of = { video, recipe: await recipeOf('mobile'), signal }

    const made = await (await preview()).handle(of)

    assert.closeTo(made.durationS, 5, 0.1)
    assert.closeTo(made.startS, 20 / 3, 0.1)
    const [{ sizeBytes, forecastBytes, pictures }] = made.renditions
    assert.closeTo(forecastBytes! / sizeBytes!, 4, 0.1)
    assert.lengthOf(pictures, 3)
    for (const { source, made: picture } of pictures) {
      assert.equal(source.readUInt16BE(0), 0xffd8)
      assert.equal(picture.readUInt16BE(0), 0xffd8)
    }
    assert.deepEqual(await filesIn(scratchPath), [])
    assert.lengthOf(await Rendition.all(), 0)
    assert.lengthOf(await Job.all(), 0)
  })

  test('a film that is shorter is made whole', async ({ fs, assert }) => {
    const video = await ingest(await landscapeClip(fs.basePath, { durationS: 2 }))
    const made = await (await preview()).handle({ video, recipe: await recipeOf('mobile'), signal })
    assert.deepEqual([made.startS, made.renditions[0].pictures.length], [0, 3])
  })

  test('a recipe of sound alone is refused in words', async ({ fs, assert }) => {
    const video = await ingest(await landscapeClip(fs.basePath))
    const sound = { video, recipe: await recipeOf('audio_mp3'), signal }
    await assert.rejects(async () => (await preview()).handle(sound), NothingToPreview as never)
  })

  test('one at a time, and given up when nobody waits', async ({ fs, assert }) => {
    const clip = await landscapeClip(fs.basePath, { durationS: 12, width: 1280, height: 720 })
    const video = await ingest(clip)
    const gone = new AbortController()
    const recipe = await recipeOf('high')
    const first = (await preview()).handle({ video, recipe, signal: gone.signal })
    const outcome = first.catch((error) => error)

    const second = await (await preview()).handle({ video, recipe, signal }).catch((error) => error)
    gone.abort()

    assert.instanceOf(second, PreviewBusy)
    assert.instanceOf(await outcome, PreviewFailed)
    assert.deepEqual(await filesIn(scratchPath), [])
  })
})
