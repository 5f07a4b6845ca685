import type { Schema } from '#http/openapi/described'

/** A schema of `components`, by its name. */
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

/** An object whose properties are all there, but for those named optional. */
export function object(
  properties: Record<string, Schema>,
  options: { description?: string; optional?: readonly string[] } = {}
): Schema {
  const { description, optional = [] } = options
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return { type: 'object', ...(description && { description }), properties, required }
}

export const text = (description: string, example: string, rules: Schema = {}): Schema => ({
  ...{ type: 'string', description, ...rules },
  examples: [example],
})

export const whole = (description: string, example: number, rules: Schema = {}): Schema => ({
  ...{ type: 'integer', description, ...rules },
  examples: [example],
})

export const number = (description: string, example: number, rules: Schema = {}): Schema => ({
  ...{ type: 'number', description, ...rules },
  examples: [example],
})

export const flag = (description: string, example = false): Schema => ({
  ...{ type: 'boolean', description },
  examples: [example],
})

/** One of some words, the first being the example. */
export const oneOf = (description: string, words: readonly string[]): Schema => ({
  ...{ type: 'string', enum: words, description },
  examples: [words[0]],
})

/** ISO 8601, UTC. */
export const moment = (description: string, example = '2026-05-01T10:00:00.000Z'): Schema =>
  text(description, example, { format: 'date-time' })

/** A path of this API. */
export const href = (description: string, example: string): Schema =>
  text(description, example, { format: 'uri-reference' })

export const uuid = (description: string): Schema =>
  text(description, '01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10', { format: 'uuid' })

export const sha256 = (description: string): Schema =>
  text(description, '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', {
    pattern: '^[0-9a-f]{64}$',
  })

export const listOf = (items: Schema, description?: string): Schema => ({
  ...{ type: 'array', items },
  ...(description && { description }),
})

/** An object of any names. */
export const mapOf = (values: Schema | true, description: string, example?: object): Schema => ({
  ...{ type: 'object', additionalProperties: values, description },
  ...(example && { examples: [example] }),
})

/** The same, or null. */
export function nullable(schema: Schema, description?: string): Schema {
  const words = description ? { description } : {}
  const { type, enum: choices } = schema
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }], ...words }
  return {
    ...{ ...schema, type: [type, 'null'] },
    ...(Array.isArray(choices) && { enum: [...choices, null] }),
    ...words,
  }
}

/** A list that comes whole. */
export const allOf = (name: string): Schema => object({ data: listOf(ref(name)) })

/** A page of a list. */
export const pageOf = (name: string): Schema =>
  object({ data: listOf(ref(name)), meta: ref('PageMeta') })
