import {
  CONTAINER_FIELD,
  NAME_FIELD,
  PRESET_SECTIONS,
  RENDITION_SECTIONS,
} from '#http/preset_form/fields'
import type { Field, Section } from '#http/preset_form/field'
import { LIMITS } from '#http/preset_form/limit_fields'

/** One message of a validator. */
export interface Fault {
  field: string
  message: string
  rule?: string
  meta?: { min?: number; max?: number; choices?: readonly string[] }
}

export interface FormFault {
  /** Path of the field it is shown at. */
  path: string
  /** Such as `Rate, at most: give 10 to 500,000 kbit/s`. */
  message: string
}

/** What is wrong, in the words and units of the editor. */
export function formFaults(faults: Fault[]): FormFault[] {
  return faults.map((fault) => {
    const { path, field } = fieldAt(fault.field)
    return { path, message: field ? worded(field, fault) : fault.message }
  })
}

/** The field that a path of a recipe means; null where it means none of the editor's. */
export function fieldAt(path: string): { path: string; field: Field | null } {
  const inRendition = /^renditions\.\d+\.(.*)$/.exec(path)
  const inside = inRendition ? inRendition[1] : path
  const [key, ...rest] = inside.split('.')
  if (inRendition && key === 'name') return { path, field: NAME_FIELD }
  if (inRendition && key === 'container') return { path, field: CONTAINER_FIELD }
  const section = sectionsFor(Boolean(inRendition)).find((one) => one.key === key)
  const field = section && closest(section, rest.join('.'))
  if (!field) return { path, field: null }
  const prefix = path.slice(0, path.length - rest.join('.').length)
  return { path: `${prefix}${field.path}`, field }
}

function sectionsFor(isRendition: boolean): Section[] {
  return isRendition ? RENDITION_SECTIONS : [...PRESET_SECTIONS, LIMITS]
}

/** `codecs.1` is told at `codecs`. */
function closest({ fields }: Section, path: string): Field | undefined {
  return fields.find((field) => path === field.path || path.startsWith(`${field.path}.`))
}

function worded(field: Field, fault: Fault): string {
  return `${field.label}: ${rangeWords(field, fault) ?? ruleWords(field, fault) ?? fault.message}`
}

function rangeWords({ scale = 1, unit = '' }: Field, { meta = {} }: Fault): string | null {
  const { min, max } = meta
  if (min === undefined || max === undefined) return null
  return `give ${count(min / scale)} to ${count(max / scale)} ${unit}`.trimEnd()
}

function ruleWords({ options }: Field, { rule, meta }: Fault): string | null {
  switch (rule) {
    case 'number':
      return 'give a number'
    case 'array':
      return 'give a list in square brackets, as JSON'
    case 'enum':
      return `choose of ${(options ?? meta?.choices ?? []).join(', ')}`
    case 'regex':
      return 'lower case letters, digits, _ and -, beginning with a letter or a digit'
    default:
      return null
  }
}

function count(value: number): string {
  return value.toLocaleString('en')
}
