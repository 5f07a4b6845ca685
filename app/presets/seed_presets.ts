import { isDeepStrictEqual } from 'node:util'
import db from '@adonisjs/lucid/services/db'
import Preset from '#presets/preset'
import PresetVersion from '#presets/preset_version'
import { DEFAULT_PRESETS, type DefaultPreset } from '#presets/default_presets'

/**
 * Adds the default presets that are missing and brings those up to date that nobody touched; what an administrator
 * changed or archived stays as it is.
 */
export default class SeedPresets {
  async handle(): Promise<void> {
    const present = new Map((await Preset.all()).map((preset) => [preset.name, preset]))
    for (const [position, preset] of DEFAULT_PRESETS.entries()) {
      const kept = present.get(preset.name)
      if (kept) await this.#refresh(kept, preset)
      else await this.#add(preset, position)
    }
  }

  async #add({ recipe, ...preset }: DefaultPreset, position: number) {
    await db.transaction(async (trx) => {
      const created = await Preset.create({ ...preset, position }, { client: trx })
      await PresetVersion.create({ presetId: created.id, version: 1, recipe }, { client: trx })
    })
  }

  async #refresh(preset: Preset, { recipe }: DefaultPreset) {
    const versions = await PresetVersion.query()
      .where('presetId', preset.id)
      .orderBy('version', 'desc')
    const [newest] = versions
    const isTouched = preset.archivedAt !== null || versions.some(({ createdBy }) => createdBy)
    if (isTouched || isDeepStrictEqual(newest.recipe, recipe)) return
    await PresetVersion.create({ presetId: preset.id, version: newest.version + 1, recipe })
  }
}
