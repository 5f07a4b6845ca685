import { test } from '@japa/runner'
import { mediakeep } from '#accounts/actor'
import ArchivePreset from '#presets/archive_preset'
import { DEFAULT_PRESETS } from '#presets/default_presets'
import EditPreset from '#presets/edit_preset'
import { findPresetVersion, presetNames } from '#presets/find_preset_version'
import PresetVersion from '#presets/preset_version'
import SeedPresets from '#presets/seed_presets'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { personOf } from '#tests/helpers/people'
import type { Recipe } from '#media/recipe/recipe'

const seeded = (name: string) => DEFAULT_PRESETS.find((preset) => preset.name === name)!.recipe

function withCrf(recipe: Recipe, crf: number): Recipe {
  const [first, ...others] = recipe.renditions
  return { ...recipe, renditions: [{ ...first, video: { ...first.video!, crf } }, ...others] }
}

test.group('Seeding presets', (group) => {
  group.each.setup(() => cleanDatabase())

  test('twice changes nothing', async ({ assert }) => {
    await new SeedPresets().handle()
    await new SeedPresets().handle()

    const versions = await PresetVersion.all()
    assert.lengthOf(versions, DEFAULT_PRESETS.length)
    assert.isTrue(versions.every(({ version }) => version === 1))
  })

  test('brings up to date what nobody touched, as a new version', async ({ assert }) => {
    const { presetId } = await findPresetVersion('medium')
    const recipe = withCrf(seeded('medium'), 40)
    await PresetVersion.create({ presetId, version: 2, recipe })

    await new SeedPresets().handle()

    const medium = await findPresetVersion('medium')
    assert.equal(medium.version, 3)
    assert.deepEqual(medium.recipe, seeded('medium'))
  })

  test('leaves what an administrator changed or archived', async ({ assert }) => {
    const admin = (await personOf('admin')).asActor('api')
    const recipe = withCrf(seeded('medium'), 30)
    await new EditPreset().handle({ name: 'medium', recipe, by: admin })
    await new ArchivePreset().handle({ name: 'low', by: admin })

    await new SeedPresets().handle()

    const medium = await findPresetVersion('medium')
    assert.equal(medium.version, 2)
    assert.equal(medium.recipe.renditions[0].video?.crf, 30)
    assert.notInclude(await presetNames(), 'low')
  })
})

test.group('Editing a preset', (group) => {
  group.each.setup(() => cleanDatabase())

  test('by many at once makes one version for each change', async ({ assert }) => {
    const by = mediakeep('system')
    const changes = [30, 31, 32, 33].map((crf) =>
      new EditPreset().handle({ name: 'medium', recipe: withCrf(seeded('medium'), crf), by })
    )

    const versions = await Promise.all(changes)

    assert.sameMembers(
      versions.map(({ version }) => version),
      [2, 3, 4, 5]
    )
  })
})
