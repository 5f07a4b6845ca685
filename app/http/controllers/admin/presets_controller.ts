import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ArchivePreset from '#presets/archive_preset'
import CreatePreset from '#presets/create_preset'
import EditPreset from '#presets/edit_preset'
import { PresetMissing } from '#presets/errors'
import { listPresetVersions } from '#presets/list_preset_versions'
import { listPresets } from '#presets/list_presets'
import { recipeDifferences } from '#presets/recipe_differences'
import { previewBatch } from '#jobs/batches/preview_batch'
import { peopleNames } from '#accounts/list_users'
import { consoleActor } from '#http/controllers/admin/console_actor'
import { text } from '#http/controllers/admin/page_query'
import { changedForm, readDraft, renderEditor } from '#http/controllers/admin/preset_draft'
import { done, isRefusal, unlessRefused } from '#http/controllers/admin/refusal'
import { formOf, freshRendition, type FormValues } from '#http/preset_form/preset_form'

const PAGE = '/presets'
const NEWEST_SHOWN = 30

/** Recipes by name. */
@inject()
export default class PresetsController {
  constructor(
    private createPreset: CreatePreset,
    private editPreset: EditPreset,
    private archivePreset: ArchivePreset
  ) {}

  async index({ view }: HttpContext) {
    return view.render('pages/admin/presets/index', { versions: await listPresets() })
  }

  async show({ params, view }: HttpContext) {
    const versions = await listPresetVersions(params.name)
    const [newest] = versions
    const { name, archivedAt } = newest.preset
    const lacking = { preset: name, lacksPreset: name, maxVideos: null }
    const [batch, people] = await Promise.all([
      archivedAt ? null : previewBatch(lacking),
      peopleNames(versions.map(({ createdBy }) => createdBy)),
    ])
    const history = versions.slice(0, NEWEST_SHOWN).map((version, place) => {
      const before = versions[place + 1]
      return { version, differences: before ? recipeDifferences(before, version) : null }
    })
    return view.render('pages/admin/presets/show', { newest, history, people, batch })
  }

  /** A new one, or a copy of another. */
  async create(ctx: HttpContext) {
    const from = text(ctx.request.input('from'))
    if (!from) return renderEditor(ctx, { form: blank(), preset: null })
    const { recipe, limits, preset } = (await listPresetVersions(from))[0]
    const words = { title: `${preset.title} (copy)`, description: preset.description }
    const form = { ...formOf(recipe, limits), ...words, name: `${from}_copy` }
    return renderEditor(ctx, { form, preset: null })
  }

  async store(ctx: HttpContext) {
    const form = ctx.request.body() as FormValues
    if (form.change) return renderEditor(ctx, { form: changed(form), preset: null })
    const { draft, faults } = await readDraft(form, String(form.name ?? ''))
    if (!draft) return renderEditor(ctx, { form, faults, preset: null })
    return keeping(ctx, { form, preset: null }, async () => {
      await this.createPreset.handle({ ...draft, by: consoleActor(ctx) })
      done(ctx, `${PAGE}/${draft.name}`, `“${draft.title}” is on offer.`)
    })
  }

  async edit(ctx: HttpContext) {
    const { recipe, limits, preset, version } = await newestOf(ctx)
    const { name, title, description } = preset
    const form = { ...formOf(recipe, limits), title, description }
    return renderEditor(ctx, { form, preset: { name, version } })
  }

  async update(ctx: HttpContext) {
    const form = ctx.request.body() as FormValues
    const { version, preset } = await newestOf(ctx)
    const basedOn = Number(form.based_on) || version
    const state = { form, preset: { name: preset.name, version: basedOn } }
    if (form.change) return renderEditor(ctx, { ...state, form: changed(form) })
    const { draft, faults } = await readDraft(form, preset.name)
    if (!draft) return renderEditor(ctx, { ...state, faults })
    return keeping(ctx, state, async () => {
      const saved = await this.editPreset.handle({ ...draft, basedOn, by: consoleActor(ctx) })
      const path = `${PAGE}/${preset.name}`
      if (saved.version === version) return done(ctx, path, 'The recipe is the same as before.')
      done(ctx, path, `Saved as version ${saved.version}. Jobs asked for before keep theirs.`)
    })
  }

  async destroy(ctx: HttpContext) {
    const { name } = ctx.params
    await unlessRefused(ctx, { path: PAGE, at: 'page' }, async () => {
      await this.archivePreset.handle({ name, by: consoleActor(ctx) })
      done(ctx, PAGE, `“${name}” is archived: its renditions and jobs stay.`)
    })
  }
}

function changed(form: FormValues): FormValues {
  return changedForm(form, String(form.change))
}

function blank(): FormValues {
  const poster = { width: '1280', atS: '' }
  return { renditions: [freshRendition('medium')], hasPoster: 'on', poster, subtitles: 'on' }
}

/** Only what is on offer can be changed. @throws PresetMissing for others */
async function newestOf({ params }: HttpContext) {
  const [newest] = await listPresetVersions(params.name)
  if (newest.preset.archivedAt) throw new PresetMissing(params.name)
  return newest
}

/** A refusal is shown in the editor, with all that was written. */
async function keeping(
  ctx: HttpContext,
  state: Omit<Parameters<typeof renderEditor>[1], 'faults'>,
  act: () => Promise<void>
) {
  try {
    return await act()
  } catch (error) {
    if (!isRefusal(error)) throw error
    return renderEditor(ctx, { ...state, faults: [{ path: 'name', message: error.message }] })
  }
}
