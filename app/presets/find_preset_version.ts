import Preset from '#presets/preset'
import PresetVersion from '#presets/preset_version'
import { PresetNotFound } from '#presets/errors'

/** The newest version of the preset of that name. @throws PresetNotFound naming those that exist */
export async function findPresetVersion(name: string): Promise<PresetVersion> {
  const version = await PresetVersion.query()
    .whereIn('preset_id', Preset.query().select('id').where({ name }).whereNull('archived_at'))
    .orderBy('version', 'desc')
    .first()
  if (!version) throw new PresetNotFound(name, await presetNames())
  return version
}

/** Names of the presets on offer, in the order in which people see them. */
export async function presetNames(): Promise<string[]> {
  const presets = await Preset.query().whereNull('archived_at').orderBy('position')
  return presets.map((preset) => preset.name)
}
