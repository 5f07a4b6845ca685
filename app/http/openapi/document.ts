/**
 * What the API is, as one OpenAPI 3.1 document, from which the docs page and the client are made.
 *
 * To add a resource: write `resources/<name>.ts` (jobs.ts is a good neighbour) and put it into RESOURCES below.
 *
 * - Each operation is said by method and path; its answers are schemas of the file, by name.
 * - Queries and bodies come from the VineJS validators themselves: `queryOf(validator, words)`, `bodyOf(...)`.
 * - `problems` lists statuses with codes; what every operation may answer is added. Words for a code of the resource's
 *   own stand in its `problems`, those of several resources in problems.ts.
 * - An answer's header that is new goes into headers.ts.
 * - Then run `./ace openapi --types` (the types of client/ are made from this) and commit what it wrote.
 *
 * Tests hold it to the truth: tests/functional/api/openapi.spec.ts compares it with the router, and every answer that
 * any functional test gets from the API is checked against it (tests/helpers/described_answers.ts): a status, a content
 * type, a code or a field that is not described fails that test.
 */
import type { Resource, Schema } from '#http/openapi/described'
import { COMMON_SCHEMAS } from '#http/openapi/common_schemas'
import { ANSWER_HEADERS } from '#http/openapi/headers'
import { operationObject } from '#http/openapi/operation_object'
import { SHARED_PROBLEMS } from '#http/openapi/problems'
import { shareResponses } from '#http/openapi/shared_responses'
import { audit } from '#http/openapi/resources/audit'
import { batches } from '#http/openapi/resources/batches'
import { deadLetters } from '#http/openapi/resources/dead_letters'
import { thisDescription } from '#http/openapi/resources/this_description'
import { files } from '#http/openapi/resources/files'
import { events } from '#http/openapi/resources/events'
import { imports } from '#http/openapi/resources/imports'
import { jobs } from '#http/openapi/resources/jobs'
import { operations } from '#http/openapi/resources/operations'
import { presets } from '#http/openapi/resources/presets'
import { queues } from '#http/openapi/resources/queues'
import { schedules } from '#http/openapi/resources/schedules'
import { statistics } from '#http/openapi/resources/statistics'
import { sweeps } from '#http/openapi/resources/sweeps'
import { uploads } from '#http/openapi/resources/uploads'
import { videos } from '#http/openapi/resources/videos'
import { watermarks } from '#http/openapi/resources/watermarks'
import { webhooks } from '#http/openapi/resources/webhooks'

/** In the order of the docs. */
export const RESOURCES: readonly Resource[] = [
  ...[videos, uploads, imports, files, jobs, operations, presets, batches, sweeps, deadLetters],
  ...[queues, schedules, watermarks, statistics, events, webhooks, audit, thisDescription],
]

export const ABOUT = `
Everything lies under \`/api/v1\`, speaks JSON in \`snake_case\` and takes a bearer token. Times are ISO 8601 in UTC, sizes
are bytes, bit rates bit/s, durations seconds, and \`progress_percentage\` is 0 to 100. An answer may get more fields one
day: pass over those that you do not know.`.trim()

const VERSION = '1.0.0'

type Paths = Record<string, Record<string, ReturnType<typeof operationObject>>>

/** The whole document; `serverUrl` is where this Mediakeep is reached, without a slash at its end. */
export function openApiDocument(serverUrl: string) {
  const told = paths()
  const responses = shareResponses(told)
  return {
    openapi: '3.1.0',
    info: { title: 'Mediakeep', version: VERSION, description: ABOUT },
    servers: [{ url: `${serverUrl}/api/v1` }],
    security: [{ token: [] }],
    tags: RESOURCES.map(({ tag, description }) => ({ name: tag, description })),
    paths: told,
    components: {
      securitySchemes: {
        token: {
          ...{ type: 'http', scheme: 'bearer' },
          description: 'Made in the console under API tokens, or with `./ace token`',
        },
      },
      headers: ANSWER_HEADERS,
      responses,
      schemas: schemas(),
    },
  }
}

export type OpenApiDocument = ReturnType<typeof openApiDocument>

function paths(): Paths {
  const words = wordsOfProblems()
  const found: Paths = {}
  for (const resource of RESOURCES) {
    for (const [address, operation] of Object.entries(resource.operations)) {
      const [method, path] = address.split(' ')
      found[path] ??= {}
      found[path][method.toLowerCase()] = operationObject(operation, {
        method,
        tag: resource.tag,
        words,
      })
    }
  }
  return found
}

/** What each code of a problem means. */
export function wordsOfProblems(): Record<string, string> {
  return { ...SHARED_PROBLEMS, ...merged(({ problems = {} }) => problems) }
}

function schemas(): Record<string, Schema> {
  return { ...COMMON_SCHEMAS, ...merged(({ schemas: of = {} }) => of) }
}

/** What all resources have of a kind. */
function merged<T>(of: (resource: Resource) => Record<string, T>): Record<string, T> {
  return Object.assign({}, ...RESOURCES.map(of))
}
