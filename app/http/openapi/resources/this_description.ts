import type { Resource } from '#http/openapi/described'
import { json } from '#http/openapi/answers'
import { mapOf } from '#http/openapi/schemas'

/** What tells of all the others. */
export const thisDescription: Resource = {
  tag: 'This description',
  description: 'What the API is, for programs; `/docs/api` is the same for people.',
  operations: {
    'GET /openapi.json': {
      ...{ id: 'getDescription', summary: 'Get this description', scope: null },
      answers: { 200: json('OpenAPI 3.1', mapOf(true, 'The document')) },
    },
  },
}
