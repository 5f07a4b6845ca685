import { isDeepStrictEqual } from 'node:util'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Preset from '#presets/preset'
import PresetVersion from '#presets/preset_version'
import { recordAudit } from '#accounts/audit'
import { PresetChanged, PresetMissing } from '#presets/errors'
import type { Actor } from '#accounts/actor'
import type { PresetLimits } from '#presets/preset_limits'
import type { Recipe } from '#media/recipe/recipe'

export interface PresetChange {
  name: string
  title?: string
  description?: string
  /** Left out: the recipe stays. */
  recipe?: Recipe
  /** All of them; left out: the limits stay. */
  limits?: PresetLimits
  /** The version that the change was made from; left out: whichever is newest. */
  basedOn?: number
  /** Called with its newest version as nobody else can change it any more; what it throws stops the change. */
  check?: (newest: PresetVersion) => void
  by: Actor
}

/** Changes a preset: another recipe or other limits are a new version, and jobs asked for before keep the one they were asked with. */
export default class EditPreset {
  /** @throws PresetMissing; PresetChanged when somebody was faster */
  async handle(change: PresetChange): Promise<PresetVersion> {
    return db.transaction(async (trx) => {
      const preset = await lockPreset(change.name, trx)
      const newest = await newestOf(preset, trx)
      change.check?.(newest)
      if (change.basedOn !== undefined && change.basedOn !== newest.version) {
        throw new PresetChanged(change.name, newest.version)
      }
      const { title = preset.title, description = preset.description } = change
      await preset.merge({ title, description }).save()
      const version = await this.#nextVersion(change, newest, trx)
      const subject = { type: 'preset', id: preset.name }
      const details = { version: version.version }
      await recordAudit({ by: change.by, action: 'preset.changed', subject, details }, trx)
      await version.load('preset')
      return version
    })
  }

  async #nextVersion(
    { recipe: wantedRecipe, limits: wantedLimits, by }: PresetChange,
    newest: PresetVersion,
    trx: TransactionClientContract
  ): Promise<PresetVersion> {
    const recipe = wantedRecipe ?? newest.recipe
    const limits = wantedLimits ?? newest.limits
    if (isDeepStrictEqual([recipe, limits], [newest.recipe, newest.limits])) return newest
    const { presetId, version } = newest
    return PresetVersion.create(
      { presetId, version: version + 1, recipe, limits, createdBy: by.userId },
      { client: trx }
    )
  }
}

/** One change at a time. @throws PresetMissing */
export async function lockPreset(name: string, trx: TransactionClientContract): Promise<Preset> {
  const preset = await Preset.query({ client: trx })
    .where({ name })
    .whereNull('archived_at')
    .forUpdate()
    .first()
  if (!preset) throw new PresetMissing(name)
  return preset
}

/** With its preset. */
export function newestOf(preset: Preset, trx: TransactionClientContract): Promise<PresetVersion> {
  return PresetVersion.query({ client: trx })
    .where('presetId', preset.id)
    .preload('preset')
    .orderBy('version', 'desc')
    .firstOrFail()
}
