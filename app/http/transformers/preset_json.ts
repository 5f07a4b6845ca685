import type PresetVersion from '#presets/preset_version'

/** A preset as it is now. */
export function presetJson(version: PresetVersion) {
  const { name, title, description } = version.preset
  const { recipe, limits } = version
  return { name, title, description, version: version.version, recipe, limits }
}
