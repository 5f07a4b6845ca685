import { DateTime } from 'luxon'
import { BaseModel, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import Preset from '#presets/preset'
import { normaliseRecipe } from '#media/recipe/stored_recipe'
import type { PresetLimits } from '#presets/preset_limits'
import type { Recipe } from '#media/recipe/recipe'

/** A recipe as it was at one time; never altered once made. */
export default class PresetVersion extends BaseModel {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare presetId: number

  /** 1 for the first. */
  @column()
  declare version: number

  @column({ prepare: (recipe: Recipe) => JSON.stringify(recipe), consume: normaliseRecipe })
  declare recipe: Recipe

  /** Empty: as the settings say. */
  @column({ prepare: (limits?: PresetLimits) => JSON.stringify(limits ?? {}) })
  declare limits: PresetLimits

  @column()
  declare createdBy: number | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @belongsTo(() => Preset)
  declare preset: BelongsTo<typeof Preset>
}
