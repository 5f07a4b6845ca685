import type { Operation, Resource } from '#http/openapi/described'
import { json, located, page } from '#http/openapi/answers'
import { bodyOf, queryOf } from '#http/openapi/from_validator'
import { numberedId, PAGING } from '#http/openapi/parameters'
import { VIDEO_FILTER } from '#http/openapi/resources/videos'
import { BATCH_SCHEMAS } from '#http/openapi/resources/batch_schemas'
import { pageOf, ref } from '#http/openapi/schemas'
import {
  listBatchesValidator,
  pauseValidator,
  priorityValidator,
} from '#http/validators/api/batches'
import { startBatchValidator } from '#http/validators/api/batches'

const path = [numberedId('The batch')]
const problems = ['404 E_BATCH_NOT_FOUND', '409 E_BATCH_ENDED']

type Told = Pick<Operation, 'id' | 'summary' | 'description' | 'body'>

function change(told: Told, status = 200): Operation {
  return {
    ...{ ...told, scope: 'jobs:write', role: 'operator', path, problems },
    answers: { [status]: json('The batch as it is now', 'Batch') },
  }
}

const start: Operation = {
  ...{ id: 'startBatch', summary: 'Start a batch', scope: 'jobs:write', role: 'operator' },
  description:
    'A job by one preset for each video that fits, the oldest first; those being processed with it already are passed over. With `dry_run` nothing is started: the answer says how many it would be, and why others are left out.',
  body: bodyOf(startBatchValidator, {
    preset: { description: 'The preset', examples: ['medium'] },
    status: { description: 'Only videos of this status; `any`: all', default: 'pending' },
    ...VIDEO_FILTER,
    max_videos: { description: 'At most so many', examples: [10] },
    canary_size: 'So many run first; the others follow when one of them completed',
    priority: { description: 'Of its jobs, higher comes earlier', default: 0 },
    worker_tags: 'Only workers that have all of these, and those of the preset, take its jobs',
    dry_run: { description: 'Only tell what it would be', default: false },
  }),
  answers: {
    200: json('What it would be (`dry_run`)', 'BatchPreview'),
    202: located('The batch', 'Batch'),
  },
  problems: ['422 E_PRESET_NOT_FOUND'],
}

/** The jobs that one request starts. */
export const batches: Resource = {
  tag: 'Batches',
  description:
    'The jobs that one request started. Five failures of one cause in a row pause a batch, and `paused.reason` says why.',
  schemas: BATCH_SCHEMAS,
  problems: { E_BATCH_ENDED: 'The batch is cancelled or finished.' },
  operations: {
    'POST /batches': start,
    'GET /batches': {
      ...{ id: 'listBatches', summary: 'List batches', scope: 'jobs:read' },
      description: 'The newest first.',
      query: queryOf(listBatchesValidator, PAGING),
      answers: { 200: page('A page of batches', pageOf('Batch')) },
    },
    'GET /batches/{id}': {
      ...{ id: 'getBatch', summary: 'Get a batch', scope: 'jobs:read', path },
      answers: { 200: json('With its jobs counted by status', ref('Batch')) },
      problems: ['404 E_BATCH_NOT_FOUND'],
    },
    'PATCH /batches/{id}': change({
      ...{ id: 'changeBatch', summary: 'Change a batch’s turn' },
      description: 'Of its jobs that wait.',
      body: bodyOf(priorityValidator, { priority: 'Higher comes earlier' }),
    }),
    'POST /batches/{id}/pause': change({
      ...{ id: 'pauseBatch', summary: 'Pause a batch' },
      description: 'What waits is held, what runs goes on.',
      body: bodyOf(pauseValidator, { reason: 'For people' }),
    }),
    'POST /batches/{id}/release': change({
      ...{ id: 'releaseBatch', summary: 'Let a batch go on' },
      description: 'Also what waits behind the canary.',
    }),
    'POST /batches/{id}/cancellation': change(
      {
        ...{ id: 'cancelBatch', summary: 'Cancel a batch' },
        description: 'What waits is cancelled, what runs is asked to stop.',
      },
      202
    ),
  },
}
