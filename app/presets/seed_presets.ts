import db from '@adonisjs/lucid/services/db'
import Preset from '#presets/preset'
import PresetVersion from '#presets/preset_version'
import { DEFAULT_PRESETS, type DefaultPreset } from '#presets/default_presets'

/** Adds the default presets that are missing; what an administrator changed stays as it is. */
export default class SeedPresets {
  async handle(): Promise<void> {
    const present = new Set((await Preset.all()).map((preset) => preset.name))
    for (const [position, preset] of DEFAULT_PRESETS.entries()) {
      if (!present.has(preset.name)) await this.#add(preset, position)
    }
  }

  async #add({ recipe, ...preset }: DefaultPreset, position: number) {
    await db.transaction(async (trx) => {
      const created = await Preset.create({ ...preset, position }, { client: trx })
      await PresetVersion.create({ presetId: created.id, version: 1, recipe }, { client: trx })
    })
  }
}
