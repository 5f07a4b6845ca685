import type { Operation, Resource, Schema } from '#http/openapi/described'
import { json, located, page } from '#http/openapi/answers'
import { bodyOf, queryOf, schemaOf } from '#http/openapi/from_validator'
import { jobRequestSchemas } from '#http/openapi/job_request'
import { IF_MATCH } from '#http/openapi/headers'
import { numberedId, PAGING, uuidId } from '#http/openapi/parameters'
import { JOB_SCHEMAS } from '#http/openapi/resources/job_schemas'
import { pageOf, ref } from '#http/openapi/schemas'
import { priorityValidator } from '#http/validators/api/batches'
import { jobLogValidator } from '#http/validators/api/job_log'
import { listJobsValidator, startJobValidator } from '#http/validators/api/jobs'

const PRIORITY = { description: 'Higher comes earlier', default: 0 }
const WORKER_TAGS = 'Only workers that have all of these, and those of the preset, take it'
const path = [uuidId('The job')]

const requestFields = schemaOf(startJobValidator, {
  preset: { description: 'The name of a preset', examples: ['medium'] },
  operation: 'The name of an operation',
  parameters: 'What the operation takes',
  priority: PRIORITY,
  worker_tags: WORKER_TAGS,
}).properties as Record<string, Schema>

/** What moves a job: all are asked and answered alike. */
function move(of: Pick<Operation, 'id' | 'summary' | 'description'>, problem: string): Operation {
  return {
    ...of,
    ...{ scope: 'jobs:write', role: 'operator', path },
    answers: { 202: json('The job as it is now', 'Job') },
    problems: ['404 E_JOB_NOT_FOUND', problem],
  }
}

const moves: Record<string, Operation> = {
  'POST /jobs/{id}/cancellation': {
    ...move(
      {
        ...{ id: 'cancelJob', summary: 'Cancel a job' },
        description: 'One that waits is cancelled; one that runs is asked to stop.',
      },
      '409 E_JOB_ALREADY_ENDED'
    ),
    answers: { 202: located('The job as it is now', 'Job') },
  },
  'POST /jobs/{id}/pause': move(
    {
      ...{ id: 'pauseJob', summary: 'Pause a job' },
      description:
        'Nobody takes it, or its programs stand still within about a second and nothing is lost. It stays paused when its worker ends.',
    },
    '409 E_JOB_ALREADY_ENDED'
  ),
  'POST /jobs/{id}/resume': move(
    { id: 'resumeJob', summary: 'Resume a job', description: 'It goes on as if nothing had been.' },
    '409 E_JOB_ALREADY_ENDED'
  ),
  'POST /jobs/{id}/retry': {
    ...move(
      {
        ...{ id: 'retryJob', summary: 'Retry a job' },
        description:
          'One that failed or was cancelled, with the preset version that it was asked with.',
      },
      '409 E_JOB_NOT_RETRIABLE'
    ),
    answers: { 202: located('The job, which waits again', 'Job') },
    problems: [
      ...['404 E_JOB_NOT_FOUND', '409 E_JOB_NOT_RETRIABLE'],
      ...['409 E_JOB_ALREADY_ACTIVE', '409 E_VIDEO_BEING_DELETED'],
    ],
  },
}

const jobLog: Operation = {
  ...{ id: 'getJobLog', summary: 'Read a job’s log', scope: 'jobs:read', path },
  description:
    'The command of an attempt, and what ffmpeg said: its first and last 64 KiB are kept. While it runs the log grows.',
  query: queryOf(jobLogValidator, {
    attempt: 'Of which attempt, from 1; left out: the last',
    lines: { description: 'So many of its last lines', default: 1000 },
    download:
      '`1`: as a file of text, all attempts in order with times, phases, causes and commands',
    format: { description: '`text` for the log alone', default: 'json' },
  }),
  answers: {
    200: {
      description: 'The log',
      content: {
        'application/json': { schema: ref('JobLog') },
        'text/plain': { schema: { type: 'string' } },
      },
    },
  },
  problems: ['404 E_JOB_NOT_FOUND', '404 E_ATTEMPT_NOT_FOUND'],
}

/** One request to do one operation to one video. */
export const jobs: Resource = {
  tag: 'Jobs',
  description:
    'One request to do one operation to one video. It ends once: completed, failed with a cause, or cancelled.',
  schemas: { ...JOB_SCHEMAS, ...jobRequestSchemas(requestFields) },
  problems: {
    E_JOB_ALREADY_ENDED: 'The job is over: there is nothing to stop.',
    E_JOB_NOT_RETRIABLE: 'Only failed and cancelled jobs can be retried.',
    E_ATTEMPT_NOT_FOUND: 'The job has no such attempt, or none yet.',
    E_JOB_NOT_WAITING: 'Only a job that waits has a turn to change.',
    E_VIDEO_BEING_DELETED: 'The video is being deleted: nothing can be started for it.',
    E_OPERATION_NOT_FOUND: 'There is no operation of that name.',
    E_INVALID_PARAMETER: 'A parameter is wrong, or does not go with another one.',
  },
  operations: {
    'GET /jobs': {
      ...{ id: 'listJobs', summary: 'List jobs', scope: 'jobs:read' },
      description: 'The newest first, or by `sort`.',
      query: queryOf(listJobsValidator, {
        status: 'Only those of this status',
        video_id: 'Only those of this video',
        batch_id: 'Only those of this batch',
        cause: 'Only those that failed for this cause',
        preset: 'Only those of this preset, by its name',
        lane: 'Only those of this lane',
        worker: 'Only those of this worker: its id, or how that begins',
        asked_from: {
          description: 'Only those asked for on this day, UTC, or later; or since this moment',
          examples: ['2026-05-01'],
        },
        asked_to: 'Only those asked for on this day, UTC, or earlier; or until this moment',
        ended_from: 'Only those that ended on this day, UTC, or later; or since this moment',
        ended_to: 'Only those that ended on this day, UTC, or earlier; or until this moment',
        sort: { description: 'By what; with a minus downwards', default: '-created_at' },
        ...PAGING,
      }),
      answers: { 200: page('A page of jobs', pageOf('Job')) },
    },
    'GET /jobs/{id}': {
      ...{ id: 'getJob', summary: 'Get a job', scope: 'jobs:read', path },
      description: 'With its plan, its attempts and, where it failed, the cause.',
      answers: { 200: json('The job', 'JobDetails') },
      problems: ['404 E_JOB_NOT_FOUND'],
    },
    'GET /jobs/{id}/log': jobLog,
    'POST /videos/{id}/jobs': {
      ...{ id: 'startJob', summary: 'Start a job', scope: 'jobs:write', role: 'operator' },
      description:
        'By a preset, or by an operation with its parameters. Accepted once its row stands, also while Redis is away.',
      path: [numberedId('The video')],
      body: { content: { 'application/json': { schema: ref('JobRequest') } } },
      answers: { 202: located('The job, which waits', 'Job') },
      problems: [
        ...['404 E_VIDEO_NOT_FOUND', '409 E_JOB_ALREADY_ACTIVE', '409 E_VIDEO_BEING_DELETED'],
        ...['422 E_PRESET_NOT_FOUND', '422 E_OPERATION_NOT_FOUND', '422 E_INVALID_PARAMETER'],
        '422 E_WATERMARK_NOT_FOUND',
      ],
    },
    'PATCH /jobs/{id}': {
      ...{ id: 'changeJob', summary: 'Change a job’s turn', scope: 'jobs:write', role: 'operator' },
      path,
      headers: [IF_MATCH],
      body: bodyOf(priorityValidator, { priority: 'Higher comes earlier' }),
      answers: { 200: json('The job', 'Job') },
      problems: ['404 E_JOB_NOT_FOUND', '409 E_JOB_NOT_WAITING'],
    },
    ...moves,
  },
}
