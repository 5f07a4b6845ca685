import { presetJson } from '#http/transformers/preset_json'
import { listPresets } from '#presets/list_presets'

export default class PresetsController {
  async index() {
    const presets = await listPresets()
    return { data: presets.map(presetJson) }
  }
}
