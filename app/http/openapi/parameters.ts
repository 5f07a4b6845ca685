import type { Parameter, Schema } from '#http/openapi/described'

/** A part of an address. */
export const inPath = (name: string, description: string, schema: Schema): Parameter => ({
  ...{ name, in: 'path', description, required: true, schema },
})

export const numberedId = (description: string): Parameter =>
  inPath('id', description, { type: 'integer', minimum: 1, maximum: 2_147_483_647, examples: [1] })

export const uuidId = (description: string): Parameter =>
  inPath('id', description, {
    ...{ type: 'string', format: 'uuid' },
    examples: ['01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10'],
  })

/** Of everything that answers with JSON. */
export const FIELDS: Parameter = {
  ...{ name: 'fields', in: 'query', required: false },
  description: 'Only these fields, of each thing where it is a list: `id,title`',
  schema: { type: 'string', pattern: '^[a-z_]+(,[a-z_]+)*$' },
}

/** Words for the usual paging of a list. */
export const PAGING = {
  limit: { description: 'At most so many on a page', default: 25 },
  after: 'The page behind this cursor: `meta.next_cursor` of the page before',
}
