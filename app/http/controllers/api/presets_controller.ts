import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { presetJson } from '#http/transformers/preset_json'
import { createPresetValidator, editPresetValidator } from '#http/validators/api/presets'
import { saysVersion, unlessChanged } from '#http/versions/versions'
import ArchivePreset from '#presets/archive_preset'
import CreatePreset from '#presets/create_preset'
import EditPreset from '#presets/edit_preset'
import { findPreset } from '#presets/find_preset'
import { listPresets } from '#presets/list_presets'
import type PresetVersion from '#presets/preset_version'
import { validateLimits } from '#presets/preset_limits'
import { validateRecipe } from '#presets/validate_recipe'

@inject()
export default class PresetsController {
  constructor(
    private createPreset: CreatePreset,
    private editPreset: EditPreset,
    private archivePreset: ArchivePreset
  ) {}

  async index() {
    const presets = await listPresets()
    return { data: presets.map(presetJson) }
  }

  async show(ctx: HttpContext) {
    return shown(ctx, await findPreset(ctx.params.name))
  }

  async store(ctx: HttpContext) {
    const { description = '', ...wanted } = await ctx.request.validateUsing(createPresetValidator)
    const recipe = await validateRecipe(wanted.recipe)
    const limits = await validateLimits(wanted.limits ?? {})
    const by = apiActor(ctx)
    const created = await this.createPreset.handle({ ...wanted, description, recipe, limits, by })
    return ctx.response.created(presetJson(created))
  }

  async update(ctx: HttpContext) {
    const wanted = await ctx.request.validateUsing(editPresetValidator)
    const { title, description, based_on: basedOn } = wanted
    const recipe = wanted.recipe === undefined ? undefined : await validateRecipe(wanted.recipe)
    const limits = wanted.limits === undefined ? undefined : await validateLimits(wanted.limits)
    const check = unlessChanged(ctx, presetJson)
    const change = { title, description, recipe, limits, basedOn, check, by: apiActor(ctx) }
    return shown(ctx, await this.editPreset.handle({ name: ctx.params.name, ...change }))
  }

  async destroy(ctx: HttpContext) {
    const check = unlessChanged(ctx, presetJson)
    await this.archivePreset.handle({ name: ctx.params.name, check, by: apiActor(ctx) })
    return ctx.response.noContent()
  }
}

/** All of it can be changed. */
function shown(ctx: HttpContext, version: PresetVersion) {
  const json = presetJson(version)
  saysVersion(ctx, json)
  return json
}
