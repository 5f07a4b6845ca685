import Preset from '#presets/preset'
import PresetVersion from '#presets/preset_version'
import { PresetMissing } from '#presets/errors'

/** The newest version of a preset on offer, with its preset. @throws PresetMissing */
export async function findPreset(name: string): Promise<PresetVersion> {
  const version = await PresetVersion.query()
    .whereIn('preset_id', Preset.query().select('id').where({ name }).whereNull('archived_at'))
    .orderBy('version', 'desc')
    .preload('preset')
    .first()
  if (!version) throw new PresetMissing(name)
  return version
}
