import { presetJson } from '#http/transformers/preset_json'
import { listPresets } from '#presets/list_presets'

export default class PresetsController {
  async index() {
    return { data: (await listPresets()).map(presetJson) }
  }
}
