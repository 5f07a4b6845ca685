import type { HttpContext } from '@adonisjs/core/http'
import { presetJson } from '#http/transformers/preset_json'
import { listPresetVersions } from '#presets/list_preset_versions'

export default class PresetVersionsController {
  async index({ params }: HttpContext) {
    const versions = await listPresetVersions(params.name)
    return { data: versions.map(presetJson) }
  }
}
