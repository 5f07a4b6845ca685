import type { Schema } from '#http/openapi/described'
import {
  choicesOf,
  isRequired,
  propertiesOf,
  resolved,
  type Schemas,
} from '#http/openapi/docs/resolved'

/** Something that a schema describes, made of the examples of its parts. */
export function exampleOf(schema: Schema, schemas: Schemas): unknown {
  return madeOf(schema, schemas, () => true)
}

/** The same as somebody would send it: what is needed, and what has an example of its own. */
export function exampleRequest(schema: Schema, schemas: Schemas): unknown {
  const isSaid = (name: string, of: Schema, field: Schema) =>
    isRequired(name, of) || Array.isArray(field.examples)
  return madeOf(schema, schemas, isSaid)
}

type Choose = (name: string, of: Schema, field: Schema) => boolean

function madeOf(schema: Schema, schemas: Schemas, isSaid: Choose): unknown {
  const [told = {}] = choicesOf(resolved(schema, schemas), schemas)
  const given = givenExample(told)
  if (given.length > 0) return given[0]
  if (told.type === 'array') return [madeOf(told.items as Schema, schemas, isSaid)]
  if (told.properties) return objectOf(told, schemas, isSaid)
  return usualValue(told)
}

/** At most one. */
function givenExample({ examples, const: only, default: usual, enum: words }: Schema): unknown[] {
  if (Array.isArray(examples)) return examples.slice(0, 1)
  if (only !== undefined) return [only]
  if (usual !== undefined) return [usual]
  return Array.isArray(words) ? words.slice(0, 1) : []
}

function objectOf(told: Schema, schemas: Schemas, isSaid: Choose) {
  const fields = propertiesOf(told).filter(([name, field]) => isSaid(name, told, field))
  return Object.fromEntries(fields.map(([name, field]) => [name, madeOf(field, schemas, isSaid)]))
}

function usualValue({ type, minimum }: Schema): unknown {
  const [first] = [type].flat()
  if (first === 'boolean') return true
  if (first === 'object') return {}
  if (first === 'string') return 'text'
  return minimum ?? 1
}
