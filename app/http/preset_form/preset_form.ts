import { normaliseRecipe } from '#media/recipe/stored_recipe'
import { PRESET_SECTIONS, RENDITION_SECTIONS } from '#http/preset_form/fields'
import type { Field, Section } from '#http/preset_form/field'
import { LIMITS } from '#http/preset_form/limit_fields'
import { at } from '#http/preset_form/paths'
import type { PresetLimits } from '#presets/preset_limits'
import type { Recipe, RenditionRecipe } from '#media/recipe/recipe'

/** What stands in the fields of the editor: text, nested as the fields are named. Boxes say `on`. */
export type FormValues = { [name: string]: string | FormValues | FormValues[] | null | undefined }

/** The editor's fields filled with a recipe. */
export function formOf(recipe: Recipe, limits: PresetLimits): FormValues {
  const form: FormValues = { renditions: recipe.renditions.map(renditionForm) }
  fill(form, PRESET_SECTIONS, recipe)
  fill(form, [LIMITS], { limits })
  if (recipe.subtitles) form.subtitles = 'on'
  return form
}

/** The fields of one more rendition, with the usual values. */
export function freshRendition(name: string): FormValues {
  const { renditions } = normaliseRecipe({ renditions: [{ name, video: {}, audio: {} }] })
  return renditionForm(renditions[0])
}

function renditionForm(rendition: RenditionRecipe): FormValues {
  const form: FormValues = { name: rendition.name, container: rendition.container }
  fill(form, RENDITION_SECTIONS, rendition)
  return form
}

function fill(form: FormValues, sections: Section[], from: object) {
  for (const { key, toggle, fields } of sections) {
    const value = at(from, key)
    if (value === null || value === undefined) continue
    if (toggle) form[toggle] = 'on'
    const filled: FormValues = {}
    for (const field of fields) put(filled, field.path, shown(field, at(value, field.path)))
    form[key] = filled
  }
}

function put(form: FormValues, path: string, value: string) {
  const [first, second] = path.split('.')
  if (second === undefined) form[first] = value
  else form[first] = { ...(form[first] as FormValues | undefined), [second]: value }
}

/** A stored value as its field shows it. */
export function shown(field: Field, value: unknown): string {
  return value === null || value === undefined ? '' : SHOWN[field.kind](value, field)
}

const SHOWN: Record<Field['kind'], (value: unknown, field: Field) => string> = {
  number: (value, { scale = 1 }) => String(Number(value) / scale),
  list: (value) => (value as string[]).join(', '),
  json: (value) => ((value as unknown[]).length > 0 ? JSON.stringify(value, null, 1) : ''),
  text: (value) => String(value),
  choice: (value) => String(value),
}
