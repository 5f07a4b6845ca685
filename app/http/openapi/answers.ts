import type { Answer, Schema } from '#http/openapi/described'
import { ref } from '#http/openapi/schemas'

type More = Pick<Answer, 'headers'>

/** JSON: a schema, or the name of one. */
export function json(description: string, schema: Schema | string, more: More = {}): Answer {
  const told = typeof schema === 'string' ? ref(schema) : schema
  return { description, content: { 'application/json': { schema: told } }, ...more }
}

/** A page of a list. */
export function page(description: string, schema: Schema): Answer {
  return json(description, schema, { headers: ['Link'] })
}

/** Something new or something begun: `Location` says where it is. */
export function located(description: string, schema: Schema | string): Answer {
  return json(description, schema, { headers: ['Location'] })
}

export const nothing = (description: string): Answer => ({ description })

/** Bytes of one of these types. */
export function file(
  description: string,
  types: readonly string[],
  headers: readonly string[] = []
): Answer {
  const content = Object.fromEntries(types.map((type) => [type, { schema: {} }]))
  return { description, content, headers }
}
