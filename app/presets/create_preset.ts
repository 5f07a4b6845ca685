import db from '@adonisjs/lucid/services/db'
import Preset from '#presets/preset'
import PresetVersion from '#presets/preset_version'
import { recordAudit } from '#accounts/audit'
import { PresetNameTaken } from '#presets/errors'
import type { Actor } from '#accounts/actor'
import type { PresetLimits } from '#presets/preset_limits'
import type { Recipe } from '#media/recipe/recipe'

export interface NewPreset {
  name: string
  title: string
  description: string
  recipe: Recipe
  /** Left out: as the settings say. */
  limits?: PresetLimits
  by: Actor
}

/** Adds a preset with its first version. */
export default class CreatePreset {
  /** @throws PresetNameTaken, also for the name of an archived one: its jobs still tell it */
  async handle({ by, recipe, limits = {}, ...preset }: NewPreset): Promise<PresetVersion> {
    return db.transaction(async (trx) => {
      const taken = await Preset.findBy('name', preset.name, { client: trx })
      if (taken) throw new PresetNameTaken(preset.name)
      const last = await Preset.query({ client: trx }).max('position as position').first()
      const position = Number(last?.position ?? 0) + 1
      const created = await Preset.create({ ...preset, position }, { client: trx })
      const version = await PresetVersion.create(
        { presetId: created.id, version: 1, recipe, limits, createdBy: by.userId },
        { client: trx }
      )
      const subject = { type: 'preset', id: preset.name }
      await recordAudit({ by, action: 'preset.created', subject }, trx)
      await version.load('preset')
      return version
    })
  }
}
