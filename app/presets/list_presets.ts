import PresetVersion from '#presets/preset_version'
import Preset from '#presets/preset'

/** The newest version of every preset on offer, with its preset, in the order in which people see them. */
export async function listPresets(): Promise<PresetVersion[]> {
  const versions = await PresetVersion.query()
    .whereIn('preset_id', Preset.query().select('id').whereNull('archived_at'))
    .distinctOn('preset_id')
    .orderBy('preset_id')
    .orderBy('version', 'desc')
    .preload('preset')
  return versions.sort((one, other) => one.preset.position - other.preset.position)
}
