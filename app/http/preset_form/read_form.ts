import { PRESET_SECTIONS, RENDITION_SECTIONS } from '#http/preset_form/fields'
import type { Field, Section } from '#http/preset_form/field'
import { LIMITS } from '#http/preset_form/limit_fields'
import { at } from '#http/preset_form/paths'
import type { FormValues } from '#http/preset_form/preset_form'

const MAX_RENDITIONS = 16

/** What the fields say, as a recipe and limits that are still to be checked. */
export function readForm(form: FormValues): { recipe: unknown; limits: unknown } {
  const recipe = {
    renditions: renditionsIn(form).map(renditionOf),
    ...sectionsOf(PRESET_SECTIONS, form),
    subtitles: form.subtitles === 'on',
  }
  return { recipe, limits: sectionsOf([LIMITS], form).limits ?? {} }
}

/** The renditions of a form; what is no list of them is none. */
export function renditionsIn({ renditions }: FormValues): FormValues[] {
  const list = Array.isArray(renditions) ? renditions : Object.values(renditions ?? {})
  return list
    .filter((one): one is FormValues => typeof one === 'object' && one !== null)
    .slice(0, MAX_RENDITIONS)
}

function renditionOf(form: FormValues) {
  const { name, container } = form
  return { name: name ?? '', container, ...sectionsOf(RENDITION_SECTIONS, form) }
}

function sectionsOf(sections: Section[], form: FormValues): Record<string, unknown> {
  return Object.fromEntries(sections.map((section) => [section.key, sectionOf(section, form)]))
}

function sectionOf({ key, toggle, fields }: Section, form: FormValues): unknown {
  if (toggle && form[toggle] !== 'on') return null
  const read: Record<string, unknown> = {}
  for (const field of fields) {
    const value = valueOf(field, at(form[key], field.path))
    if (value !== undefined) put(read, field.path, value)
  }
  return read
}

function put(into: Record<string, unknown>, path: string, value: unknown) {
  const [first, second] = path.split('.')
  if (second === undefined) into[first] = value
  else into[first] = { ...(into[first] as object | undefined), [second]: value }
}

/** Undefined: the usual value. What cannot be read stays as it is, for the validator to say so. */
function valueOf(field: Field, raw: unknown): unknown {
  const text = typeof raw === 'string' ? raw.trim() : ''
  if (text !== '') return READ[field.kind](text, field)
  return field.isNullable ? null : undefined
}

const READ: Record<Field['kind'], (text: string, field: Field) => unknown> = {
  number: (text, { scale = 1 }) => numberOf(text, scale),
  list: (text) =>
    text
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  json: jsonOf,
  text: (text) => text,
  choice: (text) => text,
}

function numberOf(text: string, scale: number): number | string {
  const value = Number(text.replace(',', '.'))
  return Number.isFinite(value) ? Number((value * scale).toFixed(6)) : text
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
