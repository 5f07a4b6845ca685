import type { Operation, Resource } from '#http/openapi/described'
import { json, located, nothing } from '#http/openapi/answers'
import { bodyOf, schemaOf } from '#http/openapi/from_validator'
import { IF_MATCH } from '#http/openapi/headers'
import { inPath, numberedId } from '#http/openapi/parameters'
import { QUEUE_SCHEMAS } from '#http/openapi/resources/queue_schemas'
import { allOf, ref } from '#http/openapi/schemas'
import { LANE_NAMES } from '#jobs/lanes/find_lane'
import { pauseValidator } from '#http/validators/api/batches'
import { limitLaneValidator } from '#http/validators/api/lanes'
import { switchForm, workWindowForm } from '#http/validators/work_windows'

const lane = inPath('lane', '`all` is the whole queue', { type: 'string', enum: LANE_NAMES })
const window = [numberedId('The window')]
const NO_LANE = ['404 E_LANE_NOT_FOUND']
const NO_WINDOW = ['404 E_WORK_WINDOW_NOT_FOUND']
const WRONG_WINDOW = ['422 E_WORK_WINDOW_REFUSED', '422 E_INVALID_TIME_ZONE']

const laneChange = (
  of: Pick<Operation, 'id' | 'summary' | 'description' | 'body' | 'role' | 'headers'>
): Operation => ({
  ...{ scope: 'queues:write', path: [lane], problems: NO_LANE, ...of },
  answers: { 200: json('The lane as it is now', 'Lane') },
})

const wanted = schemaOf(workWindowForm, {
  lane: 'For which lane; `all`: for every lane',
  days: { description: 'On which it begins, 1 Monday to 7 Sunday', examples: [[1, 2, 3, 4, 5]] },
  from: { description: 'When it begins', examples: ['22:00'] },
  to: { description: 'When it ends; not after `from`: on the next day', examples: ['06:00'] },
  time_zone: { description: 'IANA name', examples: ['Europe/Berlin'] },
  at_end: 'Running jobs finish, or stand still until it opens again',
  is_enabled: { description: 'Whether it counts', default: true },
})

const switched = schemaOf(switchForm, { is_enabled: 'Whether it counts' })

const windows: Record<string, Operation> = {
  'GET /queue/windows': {
    ...{ id: 'listWorkWindows', summary: 'List work windows', scope: 'queues:read' },
    answers: { 200: json('When lanes may work', allOf('WorkWindow')) },
  },
  'GET /queue/windows/{id}': {
    ...{
      id: 'getWorkWindow',
      summary: 'Look at a work window',
      scope: 'queues:read',
      path: window,
    },
    answers: { 200: json('The window', 'WorkWindow') },
    problems: NO_WINDOW,
  },
  'POST /queue/windows': {
    ...{ id: 'addWorkWindow', summary: 'Add a work window', scope: 'queues:write', role: 'admin' },
    body: { content: { 'application/json': { schema: ref('WorkWindowRequest') } } },
    answers: { 201: located('The window', 'WorkWindow') },
    problems: WRONG_WINDOW,
  },
  'PATCH /queue/windows/{id}': {
    ...{ id: 'changeWorkWindow', summary: 'Change a work window' },
    ...{ scope: 'queues:write', role: 'admin', path: window },
    headers: [IF_MATCH],
    description: 'Whole, or `is_enabled` alone.',
    body: {
      content: {
        'application/json': {
          schema: { anyOf: [ref('WorkWindowSwitch'), ref('WorkWindowRequest')] },
        },
      },
    },
    answers: { 200: json('The window', 'WorkWindow') },
    problems: [...NO_WINDOW, ...WRONG_WINDOW],
  },
  'DELETE /queue/windows/{id}': {
    ...{ id: 'removeWorkWindow', summary: 'Remove a work window' },
    ...{ scope: 'queues:write', role: 'admin', path: window },
    headers: [IF_MATCH],
    answers: { 204: nothing('It is gone') },
    problems: NO_WINDOW,
  },
}

/** Whose turn it is, how much at once, and when. */
export const queues: Resource = {
  tag: 'Queues',
  description:
    'Jobs wait in the lane `quick` (pictures, seconds) or `encode` (films and sound); `all` is the whole queue. A lane with work windows begins jobs only within one of them; windows of `all` hold for every lane besides.',
  schemas: { ...QUEUE_SCHEMAS, WorkWindowRequest: wanted, WorkWindowSwitch: switched },
  problems: {
    E_LANE_NOT_FOUND: 'There is no such lane.',
    E_WORK_WINDOW_NOT_FOUND: 'There is no such window.',
    E_WORK_WINDOW_REFUSED: 'No such window can be kept.',
    E_INVALID_TIME_ZONE: 'There is no such time zone.',
  },
  operations: {
    'GET /queue': {
      ...{ id: 'getQueue', summary: 'Look at the queue', scope: 'queues:read' },
      description: 'What waits, runs and failed, who works, and when all of it is done.',
      answers: { 200: json('The queue as it stands', 'Queue') },
    },
    'GET /workers': {
      ...{ id: 'listWorkers', summary: 'List workers', scope: 'queues:read' },
      description: 'Those heard of in the last seconds, with what they can run and do run.',
      answers: { 200: json('All of them, the oldest first', allOf('Worker')) },
    },
    'GET /queue/lanes/{lane}': {
      ...{ id: 'getLane', summary: 'Look at a lane', scope: 'queues:read', path: [lane] },
      answers: { 200: json('The lane as it stands', 'Lane') },
      problems: NO_LANE,
    },
    'POST /queue/lanes/{lane}/pause': laneChange({
      ...{ id: 'pauseLane', summary: 'Pause a lane', role: 'operator' },
      description: 'No job is begun, what runs goes on.',
      body: bodyOf(pauseValidator, { reason: 'For people' }),
    }),
    'POST /queue/lanes/{lane}/resume': laneChange({
      ...{ id: 'resumeLane', summary: 'Resume a lane', role: 'operator' },
      description: 'Also where its breaker had stopped it.',
    }),
    'PATCH /queue/lanes/{lane}': laneChange({
      ...{ id: 'changeLane', summary: 'Limit a lane', role: 'admin', headers: [IF_MATCH] },
      description: 'Jobs at once over all workers.',
      body: bodyOf(limitLaneValidator, {
        concurrency: 'Null: as many as the workers have slots',
      }),
    }),
    ...windows,
  },
}
