import type { Operation, Resource, Schema } from '#http/openapi/described'
import { json, located, nothing, page } from '#http/openapi/answers'
import { bodyOf, queryOf } from '#http/openapi/from_validator'
import { IF_MATCH } from '#http/openapi/headers'
import { inPath, numberedId, PAGING } from '#http/openapi/parameters'
import * as s from '#http/openapi/schemas'
import { MISSED_POLICIES } from '#scheduling/missed_policy'
import {
  createScheduleValidator,
  editScheduleValidator,
  listFiringsValidator,
} from '#http/validators/api/schedules'
import { ACTION_NAMES } from '#scheduling/catalogue'
import { FIRING_STATUSES } from '#scheduling/firing'

const path = [numberedId('The schedule')]
const firing = inPath('firing', 'The firing', { type: 'integer', minimum: 1, examples: [1] })
const missing = ['404 E_SCHEDULE_NOT_FOUND']
const wrong = [
  ...['409 E_SCHEDULE_NAME_TAKEN', '422 E_INVALID_CRON', '422 E_INVALID_TIME_ZONE'],
  ...['422 E_INVALID_PARAMETERS', '422 E_INVALID_SCHEDULE_NAME', '422 E_FOLDER_NOT_ALLOWED'],
  ...['422 E_FOLDER_NOT_READABLE', '422 E_PRESET_NOT_FOUND'],
]

const fields = {
  name: { description: 'What people call it; unique', examples: ['Night shift'] },
  parameters: {
    description: 'What the action takes; given whole',
    examples: [{ preset: 'medium', max_videos: 100 }],
  },
  cron: { description: 'When, as cron has it, with or without seconds', examples: ['0 1 * * *'] },
  time_zone: { description: 'IANA name', default: 'UTC' },
  missed_policy: {
    description:
      'What becomes of due times that no scheduler saw: the last fires for all of them (`once`), none (`skip`), or each (`all`, the last 100)',
    default: 'once',
  },
  is_enabled: { description: 'Whether it fires', default: true },
}

const schemas: Record<string, Schema> = {
  Schedule: s.object({
    id: s.whole('The schedule', 1),
    name: s.text('What people call it', 'Night shift'),
    action: s.oneOf('What it starts', ACTION_NAMES),
    parameters: s.mapOf(true, 'Of the action', { preset: 'medium', max_videos: 100 }),
    cron: s.text('When', '0 1 * * *'),
    time_zone: s.text('By whose clocks', 'Europe/Berlin'),
    missed_policy: s.oneOf('What becomes of due times that nobody saw', MISSED_POLICIES),
    is_enabled: s.flag('Whether it fires', true),
    next_due_at: s.nullable(s.moment('When it fires next')),
    last_firing: s.nullable(s.ref('Firing'), 'Null before the first'),
    links: s.object({
      self: s.href('The schedule', '/api/v1/schedules/1'),
      firings: s.href('What it did', '/api/v1/schedules/1/firings'),
    }),
  }),
  Firing: s.object({
    id: s.whole('The firing', 1),
    schedule_id: s.whole('Its schedule', 1),
    due_at: s.moment('For which time'),
    is_manual: s.flag('Somebody asked for it'),
    status: s.oneOf('What became of it', FIRING_STATUSES),
    result: s.nullable(s.text('What it did, as a sentence', 'Batch 7: 12 jobs.')),
    note: s.nullable(s.text('What is odd about its due time', 'Made up for late.')),
    details: s.mapOf(true, '`batch_id`, `job_ids`, `findings` or `report`, by what it did', {
      batch_id: 7,
    }),
    started_at: s.nullable(s.moment('When it began')),
    finished_at: s.nullable(s.moment('When it ended')),
  }),
}

const admin: Pick<Operation, 'scope' | 'role'> = { scope: 'schedules:write', role: 'admin' }

const firings: Record<string, Operation> = {
  'POST /schedules/{id}/firings': {
    ...{ id: 'runSchedule', summary: 'Run a schedule now', path },
    ...{ scope: 'schedules:write', role: 'operator' },
    description: 'Also where it is off.',
    answers: { 202: located('The firing, which may have ended already', 'Firing') },
    problems: missing,
  },
  'GET /schedules/{id}/firings': {
    ...{ id: 'listFirings', summary: 'List firings', scope: 'schedules:read', path },
    description: 'The newest first.',
    query: queryOf(listFiringsValidator, PAGING),
    answers: { 200: page('A page of firings', s.pageOf('Firing')) },
    problems: missing,
  },
  'GET /schedules/{id}/firings/{firing}': {
    ...{ id: 'getFiring', summary: 'Get a firing', scope: 'schedules:read' },
    path: [...path, firing],
    answers: { 200: json('The firing', 'Firing') },
    problems: [...missing, '404 E_FIRING_NOT_FOUND'],
  },
}

/** What is started when. */
export const schedules: Resource = {
  tag: 'Schedules',
  description:
    'A schedule starts an action by cron and time zone; each of its due times is a firing.',
  schemas,
  problems: {
    E_SCHEDULE_NOT_FOUND: 'There is no such schedule.',
    E_SCHEDULE_NAME_TAKEN: 'Another schedule is called so.',
    E_SCHEDULE_FIRING: 'It runs: delete it when it has ended.',
    E_FIRING_NOT_FOUND: 'The schedule has no such firing.',
    E_INVALID_CRON: 'The cron expression cannot be read.',
    E_INVALID_PARAMETERS: 'The parameters do not fit the action.',
    E_INVALID_SCHEDULE_NAME: 'A schedule cannot be called so.',
    E_FOLDER_NOT_ALLOWED: 'The folder lies outside of `IMPORT_PATHS`.',
    E_FOLDER_NOT_READABLE: 'The folder cannot be read.',
  },
  operations: {
    'GET /schedules': {
      ...{ id: 'listSchedules', summary: 'List schedules', scope: 'schedules:read' },
      answers: { 200: json('All of them', s.allOf('Schedule')) },
    },
    'GET /schedules/{id}': {
      ...{ id: 'getSchedule', summary: 'Get a schedule', scope: 'schedules:read', path },
      answers: { 200: json('With its last firing', 'Schedule') },
      problems: missing,
    },
    'POST /schedules': {
      ...{ id: 'addSchedule', summary: 'Add a schedule', ...admin },
      body: bodyOf(createScheduleValidator, {
        ...fields,
        action: { description: 'What it starts', examples: ['start_batch'] },
      }),
      answers: { 201: located('The schedule', 'Schedule') },
      problems: wrong,
    },
    'PATCH /schedules/{id}': {
      ...{ id: 'changeSchedule', summary: 'Change a schedule', ...admin, path },
      headers: [IF_MATCH],
      description: 'What is left out stays.',
      body: bodyOf(editScheduleValidator, {
        ...fields,
        time_zone: 'IANA name',
        missed_policy: 'What becomes of due times that no scheduler saw',
        is_enabled: 'Whether it fires',
      }),
      answers: { 200: json('The schedule', 'Schedule') },
      problems: [...missing, ...wrong],
    },
    'DELETE /schedules/{id}': {
      ...{ id: 'deleteSchedule', summary: 'Delete a schedule', ...admin, path },
      headers: [IF_MATCH],
      description: 'With its history.',
      answers: { 204: nothing('It is gone') },
      problems: [...missing, '409 E_SCHEDULE_FIRING'],
    },
    ...firings,
  },
}
