import type { Operation, Resource, Schema } from '#http/openapi/described'
import { json, page } from '#http/openapi/answers'
import { bodyOf, queryOf } from '#http/openapi/from_validator'
import { PAGING } from '#http/openapi/parameters'
import * as s from '#http/openapi/schemas'
import {
  chooseDeadLettersValidator,
  listDeadLettersValidator,
} from '#http/validators/api/dead_letters'

const FILTER = {
  cause: { description: 'Only those of this cause', examples: ['DISK_FULL'] },
  search: 'Only those of videos with this in title or file name',
  preset: 'Only those of this preset',
  batch_id: 'Only those of this batch',
}

const group = s.object({
  cause: s.ref('Cause'),
  jobs: s.whole('Jobs', 3),
  videos: s.nullable(
    s.whole('Videos; null where more than 1,000 jobs stand under a cause that alone narrows', 3)
  ),
  first_at: s.moment('When the first of them failed'),
  last_at: s.moment('When the last of them failed'),
  sample: s.object({
    job_id: s.uuid('The job that failed last'),
    message: s.nullable(s.text('What happened to it', 'No space left on device')),
    evidence: s.nullable(
      s.text('The lines that show the cause', 'av_interleaved_write_frame(): -28')
    ),
  }),
})

const body = bodyOf(chooseDeadLettersValidator, {
  ids: { description: 'These jobs', examples: [['01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10']] },
  cause: { description: 'Those of this cause', examples: ['DISK_FULL'] },
  filter: { description: 'Those that fit, with at least one field', properties: FILTER },
  all: { type: 'boolean', const: true, description: 'All of them' },
  latest_version: 'In a retry: with the newest version of their preset, as new jobs',
})

const choose = (of: Pick<Operation, 'id' | 'summary' | 'description' | 'answers'>): Operation => ({
  ...of,
  ...{ scope: 'jobs:write', role: 'operator', body, problems: ['422 E_CHOICE_UNCLEAR'] },
})

const outcome = (verb: string): Schema =>
  s.object({
    [verb]: s.whole('How many', 3),
    job_ids: s.listOf(s.uuid('A job'), 'Which'),
  })

/** Jobs that failed for good. */
export const deadLetters: Resource = {
  tag: 'Dead letters',
  description:
    'A job that failed for good is a dead letter until somebody retries or dismisses it. Which are meant is said in one way: `ids`, `cause`, `filter` or `all`.',
  schemas: { DeadLetterGroup: group },
  problems: {
    E_CHOICE_UNCLEAR: 'Say which in one way: ids, cause, filter with a field, or all.',
  },
  operations: {
    'GET /dead-letters': {
      ...{ id: 'listDeadLetters', summary: 'List dead letters', scope: 'jobs:read' },
      description: 'The latest first; `causes` counts those of the whole filter, not of the page.',
      query: queryOf(listDeadLettersValidator, { ...FILTER, ...PAGING }),
      answers: {
        200: page(
          'Causes and a page of jobs',
          s.object({
            causes: s.listOf(s.ref('DeadLetterGroup')),
            data: s.listOf(s.ref('Job')),
            meta: s.ref('PageMeta'),
          })
        ),
      },
    },
    'POST /dead-letters/retry': choose({
      ...{ id: 'retryDeadLetters', summary: 'Retry dead letters' },
      description: 'Work that waits or runs anew already is passed over.',
      answers: { 202: json('Those that wait again', outcome('retried')) },
    }),
    'POST /dead-letters/dismiss': choose({
      ...{ id: 'dismissDeadLetters', summary: 'Dismiss dead letters' },
      description: 'The failure stays told, and the job can still be retried by itself.',
      answers: { 200: json('Those that were dismissed', outcome('dismissed')) },
    }),
  },
}
