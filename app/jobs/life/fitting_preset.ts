import { MediaError } from '#media/errors'
import { planEncode } from '#media/plan/encode_plan'
import { findPresetVersion } from '#presets/find_preset_version'
import type Video from '#videos/video'

/** The first of these presets that can make something of the video, or null. @throws PresetNotFound */
export async function fittingPreset(names: string[], { mediaInfo }: Video): Promise<string | null> {
  for (const name of names) {
    const { recipe } = await findPresetVersion(name)
    try {
      planEncode(mediaInfo, recipe)
      return name
    } catch (error) {
      if (!(error instanceof MediaError)) throw error
    }
  }
  return null
}
