import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { presetJson } from '#http/transformers/preset_json'
import { createPresetValidator, editPresetValidator } from '#http/validators/api/presets'
import ArchivePreset from '#presets/archive_preset'
import CreatePreset from '#presets/create_preset'
import EditPreset from '#presets/edit_preset'
import { listPresets } from '#presets/list_presets'
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
    const { name } = ctx.params
    const change = { name, title, description, recipe, limits, basedOn, by: apiActor(ctx) }
    return presetJson(await this.editPreset.handle(change))
  }

  async destroy(ctx: HttpContext) {
    await this.archivePreset.handle({ name: ctx.params.name, by: apiActor(ctx) })
    return ctx.response.noContent()
  }
}
