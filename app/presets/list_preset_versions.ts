import Preset from '#presets/preset'
import PresetVersion from '#presets/preset_version'
import { PresetMissing } from '#presets/errors'

/** All versions of a preset, newest first, also of an archived one. @throws PresetMissing */
export async function listPresetVersions(name: string): Promise<PresetVersion[]> {
  const preset = await Preset.findBy({ name })
  if (!preset) throw new PresetMissing(name)
  return PresetVersion.query()
    .where('presetId', preset.id)
    .orderBy('version', 'desc')
    .preload('preset')
}
