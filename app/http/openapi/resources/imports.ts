import type { Resource } from '#http/openapi/described'
import { json, located, page } from '#http/openapi/answers'
import { bodyOf, queryOf } from '#http/openapi/from_validator'
import { PAGING, uuidId } from '#http/openapi/parameters'
import * as s from '#http/openapi/schemas'
import { importValidator, listImportsValidator } from '#http/validators/api/imports'
import { IMPORT_STATUSES } from '#jobs/imports/import'
import { DUPLICATE_POLICIES } from '#videos/same_bytes'

const path = [uuidId('The import')]
const self = '/api/v1/imports/01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10'

export const IMPORT_BODY = bodyOf(importValidator, {
  url: {
    description: 'Where the file is: http or https, a public address, no name or password in it',
    examples: ['https://example.com/film.mp4'],
  },
  path: {
    description: 'Or where it is on the server, below one of `IMPORT_PATHS`; one of both is given',
    examples: ['/srv/in/film.mp4'],
  },
  title: 'What people shall call it; left out: the file’s name',
  tags: { description: 'At most 20 of 1 to 50 characters', examples: [['holiday']] },
  preset: { description: 'A job by this preset is started when it is here', examples: ['medium'] },
  priority: 'Of that job, higher comes earlier',
  duplicate: {
    description:
      'Where the same bytes are here already: take them again, end with that video, or fail',
    default: 'allow',
  },
})

export const IMPORT_PROBLEMS = [
  ...['422 E_IMPORT_SOURCE_UNCLEAR', '422 E_ADDRESS_INVALID', '422 E_FOLDER_NOT_ALLOWED'],
  ...['422 E_PRESET_NOT_FOUND', '422 E_TAGS_REFUSED'],
] as const

/** Files that Mediakeep fetches itself. */
export const imports: Resource = {
  tag: 'Imports',
  description:
    'A file that Mediakeep fetches itself, from an address or a folder of the server. A worker does it: what breaks off goes on where it stopped, where the other side can tell that it is the same file. Only public addresses are called, after every redirect as well, unless `OUTBOUND_ALLOWED_PRIVATE` names them.',
  schemas: {
    Import: s.object({
      id: s.uuid('The import'),
      source: s.oneOf('Where it comes from', ['url', 'path']),
      address: s.text('The address or the path', 'https://example.com/film.mp4'),
      status: s.oneOf('Where it is in its life', IMPORT_STATUSES),
      title: s.nullable(s.text('What was asked for', 'By the sea')),
      tags: s.listOf({ type: 'string', examples: ['holiday'] }, 'What was asked for'),
      preset: s.nullable(s.text('What was asked for', 'medium')),
      priority: s.whole('Of the job that is started', 0),
      duplicate: s.oneOf('What becomes of bytes that are here already', DUPLICATE_POLICIES),
      original_name: s.nullable(s.text('What the other side calls it', 'film.mp4')),
      received_bytes: s.whole('So much has arrived', 1_048_576),
      total_bytes: s.nullable(s.whole('All of it; null where that is not told', 4_194_304)),
      bytes_per_second: s.nullable(s.whole('Over the last seconds', 524_288)),
      progress_percentage: s.nullable(s.whole('0 to 100', 25)),
      video_id: s.nullable(s.whole('What it became', 1)),
      duplicate_of: s.nullable(s.ref('DuplicateOf'), 'The video that had the same bytes before'),
      error: s.nullable(
        s.object({
          code: s.text('Does not change', 'E_ADDRESS_UNREACHABLE'),
          message: s.text('For people', 'https://example.com/film.mp4 cannot be reached'),
        }),
        'The last failure, also while it is tried again'
      ),
      note: s.nullable(s.text('What is worth knowing though it was taken', 'It is kept.')),
      failure_count: s.whole('Tried in vain so often; five times end it', 0),
      cancelled_by: s.nullable(s.text('Who gave it up', 'Ann')),
      requested_by: s.text('Who asked for it', 'Ann'),
      created_at: s.moment('When it was asked for'),
      due_at: s.nullable(s.moment('When it is tried again; null where it does not wait')),
      started_at: s.nullable(s.moment('When it was begun first')),
      finished_at: s.nullable(s.moment('When it completed, failed or was cancelled')),
      links: s.object({
        self: s.href('The import', self),
        video: s.nullable(s.href('The video', '/api/v1/videos/1')),
      }),
    }),
  },
  problems: {
    E_IMPORT_NOT_FOUND: 'There is no such import.',
    E_IMPORT_SOURCE_UNCLEAR: 'Neither `url` nor `path` is given, or both.',
    E_IMPORT_ENDED: 'It ended already.',
    E_IMPORT_NOT_RETRIABLE: 'Only what failed or was cancelled is tried again.',
    E_ADDRESS_INVALID: 'It is no address that is ever called.',
    E_FOLDER_NOT_ALLOWED: 'The file lies below none of `IMPORT_PATHS`.',
  },
  operations: {
    'POST /imports': {
      ...{ id: 'startImport', summary: 'Fetch a file', scope: 'videos:write', role: 'operator' },
      description:
        'As `POST /videos` with JSON. With a preset the token needs `jobs:write`, too. The file is what its content says, whatever its name and type.',
      body: IMPORT_BODY,
      answers: { 202: located('The import', 'Import') },
      problems: IMPORT_PROBLEMS,
    },
    'GET /imports': {
      ...{ id: 'listImports', summary: 'List imports', scope: 'videos:read', role: 'operator' },
      description: 'The newest first.',
      query: queryOf(listImportsValidator, { status: 'Only those of this status', ...PAGING }),
      answers: { 200: page('A page of imports', s.pageOf('Import')) },
    },
    'GET /imports/{id}': {
      ...{ id: 'getImport', summary: 'Get an import', scope: 'videos:read', role: 'operator' },
      path,
      answers: { 200: json('The import', 'Import') },
      problems: ['404 E_IMPORT_NOT_FOUND'],
    },
    'POST /imports/{id}/cancellation': {
      ...{ id: 'cancelImport', summary: 'Give an import up', scope: 'videos:write' },
      ...{ role: 'operator', path },
      description: 'What has arrived of it goes.',
      answers: { 200: json('The import', 'Import') },
      problems: ['404 E_IMPORT_NOT_FOUND', '409 E_IMPORT_ENDED'],
    },
    'POST /imports/{id}/retry': {
      ...{ id: 'retryImport', summary: 'Fetch it anew', scope: 'videos:write', role: 'operator' },
      path,
      answers: { 202: json('The import', 'Import') },
      problems: ['404 E_IMPORT_NOT_FOUND', '409 E_IMPORT_NOT_RETRIABLE'],
    },
  },
}
