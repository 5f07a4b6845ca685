import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { formFaults, type Fault, type FormFault } from '#http/preset_form/faults'
import { PRESET_SECTIONS, RENDITION_SECTIONS } from '#http/preset_form/fields'
import { CONTAINER_FIELD, NAME_FIELD } from '#http/preset_form/fields'
import { LIMITS } from '#http/preset_form/limit_fields'
import { at, inputName } from '#http/preset_form/paths'
import { freshRendition, type FormValues } from '#http/preset_form/preset_form'
import { readForm, renditionsIn } from '#http/preset_form/read_form'
import { createPresetValidator } from '#http/validators/api/presets'
import { validateLimits, type PresetLimits } from '#presets/preset_limits'
import { validateRecipe } from '#presets/validate_recipe'
import { recentFilms } from '#videos/recent_films'
import type { Recipe } from '#media/recipe/recipe'

const SAMPLES_OFFERED = 20

/** A preset as somebody is writing it. */
export interface Draft {
  name: string
  title: string
  description: string
  recipe: Recipe
  limits: PresetLimits
}

/** Reads the editor. @returns either what was written, or what is wrong with it */
export async function readDraft(
  form: FormValues,
  name: string
): Promise<{ draft: Draft; faults: null } | { draft: null; faults: FormFault[] }> {
  const written = readForm(form)
  const said = { name, title: form.title ?? '', description: form.description ?? undefined }
  const faults: Fault[] = []
  const tried = <T>(act: Promise<T>) => act.catch((error) => noteFaults(error, faults))
  const head = await tried(createPresetValidator.validate({ ...said, recipe: {} }))
  const recipe = await tried(validateRecipe(written.recipe))
  const limits = await tried(validateLimits(written.limits))
  if (!head || !recipe || !limits) return { draft: null, faults: formFaults(faults) }
  const { title, description = '' } = head
  return { draft: { name, title, description, recipe, limits }, faults: null }
}

function noteFaults(error: unknown, faults: Fault[]): null {
  if (!(error instanceof errors.E_VALIDATION_ERROR)) throw error
  faults.push(...(error.messages as Fault[]))
  return null
}

/** The form with a rendition more or less, as the button pressed says: `add`, `remove:1`. */
export function changedForm(form: FormValues, change: string): FormValues {
  const renditions = renditionsIn(form)
  const [what, index] = change.split(':')
  if (what === 'remove') return { ...form, renditions: renditions.toSpliced(Number(index), 1) }
  return { ...form, renditions: [...renditions, freshRendition(freeName(renditions))] }
}

function freeName(renditions: FormValues[]): string {
  const names = new Set(renditions.map(({ name }) => name))
  let number = renditions.length + 1
  while (names.has(`rendition_${number}`)) number += 1
  return `rendition_${number}`
}

export interface EditorState {
  form: FormValues
  faults?: FormFault[]
  /** Null: the preset is new. */
  preset: { name: string; version: number } | null
}

/** Shows the editor as it stands. */
export async function renderEditor({ view, response }: HttpContext, state: EditorState) {
  const { form, preset, faults = [] } = state
  if (faults.length > 0) response.status(422)
  const byPath = new Map(faults.map(({ path, message }) => [path, message]))
  return view.render('pages/admin/presets/edit', {
    ...{ form, preset, faults, at, inputName, samples: await recentFilms(SAMPLES_OFFERED) },
    renditions: renditionsIn(form),
    faultAt: (path: string) => byPath.get(path) ?? null,
    renditionSections: RENDITION_SECTIONS,
    presetSections: PRESET_SECTIONS,
    limits: LIMITS,
    nameField: NAME_FIELD,
    containerField: CONTAINER_FIELD,
  })
}
