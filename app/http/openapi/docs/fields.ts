import type { Schema } from '#http/openapi/described'
import {
  choicesOf,
  isNullable,
  isRequired,
  propertiesOf,
  resolved,
  type Schemas,
} from '#http/openapi/docs/resolved'

/** A line of a table of fields. */
export interface Field {
  /** With those around it: `files[].name`. */
  name: string
  /** In words, such as `list of texts, or null`. */
  type: string
  /** What its values may be, such as `1 to 100`; empty: anything. */
  limits: string[]
  /** What is taken where it is left out; null: nothing is told. */
  usual: string | null
  isRequired: boolean
  description: string
}

const DEEPEST = 6

/** Every field of an object, those inside others with them. */
export function fieldsOf(schema: Schema, schemas: Schemas): Field[] {
  return inside({ schema: resolved(schema, schemas), name: '', depth: 0 }, schemas)
}

interface Place {
  schema: Schema
  name: string
  depth: number
}

function inside({ schema, name, depth }: Place, schemas: Schemas): Field[] {
  if (depth > DEEPEST) return []
  return propertiesOf(schema).flatMap(([own, property]) => {
    const told = resolved(property, schemas)
    const field = { ...fieldOf(told, schemas), name: name + own }
    const line = { ...field, isRequired: isRequired(own, schema) }
    const inner = innerOf(told, schemas).map(({ schema: one, suffix }) => {
      return inside({ schema: one, name: `${name}${own}${suffix}`, depth: depth + 1 }, schemas)
    })
    return [line, ...inner.flat()]
  })
}

/** A parameter's or a field's own words. */
export function fieldOf(told: Schema, schemas: Schemas) {
  return {
    type: typeOf(told, schemas),
    limits: limitsOf(told, schemas),
    usual: told.default === undefined ? null : wordOf(told.default),
    description: String(told.description ?? ''),
  }
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The objects in a field: itself, those of a list, or those of a map. */
function innerOf(told: Schema, schemas: Schemas): { schema: Schema; suffix: string }[] {
  return choicesOf(told, schemas).flatMap((one) => {
    if (one.properties) return [{ schema: one, suffix: '.' }]
    if (one.type === 'array' || one.items) return ofList(one.items as Schema, schemas)
    const { additionalProperties: values } = one
    const isMap = typeof values === 'object' && values !== null
    return isMap ? [{ schema: values as Schema, suffix: '.*.' }] : []
  })
}

function ofList(items: Schema, schemas: Schemas) {
  const choices = choicesOf(resolved(items, schemas), schemas)
  return choices.filter((one) => one.properties).map((schema) => ({ schema, suffix: '[].' }))
}

const TYPES: Record<string, string> = {
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  string: 'text',
  array: 'list',
  object: 'object',
}
const FORMATS: Record<string, string> = {
  'date-time': 'moment',
  'date': 'day',
  'uuid': 'UUID',
  'uri': 'address',
  'uri-reference': 'path',
}

function typeOf(told: Schema, schemas: Schemas): string {
  const words = new Set(choicesOf(told, schemas).map((one) => plainType(one, schemas)))
  return `${[...words].join(' or ')}${isNullable(told) ? ', or null' : ''}`
}

function plainType(told: Schema, schemas: Schemas): string {
  if (told.contentMediaType) return 'file'
  if (told.type === 'array') {
    const items = typeOf(resolved(told.items as Schema, schemas), schemas)
    return `list of ${items.replace(/(text|number|object|moment|UUID)$/, '$1s')}`
  }
  const name = [told.type].flat().find((one) => one !== 'null') as string
  return FORMATS[told.format as string] ?? TYPES[name] ?? 'anything'
}

/** Also those of a list's members. */
function limitsOf(told: Schema, schemas: Schemas): string[] {
  const own = choicesOf(told, schemas).flatMap(ownLimits)
  const items = told.items ? limitsOf(resolved(told.items as Schema, schemas), schemas) : []
  return [...new Set([...own, ...items])]
}

function ownLimits(told: Schema): string[] {
  const words = (told.enum as unknown[] | undefined)?.filter((one) => one !== null)
  return [
    ...(words ? [words.map((one) => `\`${one}\``).join(' · ')] : []),
    ...(told.const === undefined ? [] : [`\`${told.const}\``]),
    ...span(told.minimum, told.maximum, ''),
    ...span(told.minLength, told.maxLength, ' characters'),
    ...span(told.minItems, told.maxItems, ' of them'),
  ]
}

function span(least: unknown, most: unknown, of: string): string[] {
  if (least !== undefined && most !== undefined) {
    return [least === most ? `${shown(least)}${of}` : `${shown(least)} to ${shown(most)}${of}`]
  }
  if (most !== undefined) return [`at most ${shown(most)}${of}`]
  return least === undefined ? [] : [`at least ${shown(least)}${of}`]
}

function shown(number: unknown): string {
  return Number(number).toLocaleString('en')
}
