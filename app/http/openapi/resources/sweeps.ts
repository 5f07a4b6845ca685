import type { Resource } from '#http/openapi/described'
import { json, located } from '#http/openapi/answers'
import { bodyOf } from '#http/openapi/from_validator'
import { numberedId } from '#http/openapi/parameters'
import { METADATA_FILTER, VIDEO_FILTER } from '#http/openapi/resources/videos'
import * as s from '#http/openapi/schemas'
import { startSweepValidator } from '#http/validators/api/sweeps'
import { SWEEP_ACTIONS } from '#jobs/sweeps/sweep'

const { ids, ...filter } = VIDEO_FILTER

const sweep = s.object({
  id: s.whole('The sweep', 1),
  action: s.oneOf('What is done', SWEEP_ACTIONS),
  tag: s.nullable(s.text('Of tag and untag', 'holiday')),
  videos: s.whole('Videos that were meant when it was asked for', 120),
  done: s.whole('So many of them are through', 120),
  changed: s.whole('So many of those were changed; the others were so already, or are gone', 118),
  requested_by: s.text('Who asked for it', 'Ada'),
  created_at: s.moment('When it was asked for'),
  finished_at: s.nullable(s.moment('When it was through; null before')),
  links: s.object({ self: s.href('The sweep', '/api/v1/sweeps/1') }),
})

const preview = s.object({
  dry_run: { type: 'boolean', const: true, description: 'Nothing was changed' },
  action: s.oneOf('What would be done', SWEEP_ACTIONS),
  videos: s.whole('To how many videos', 120),
})

/** One change to many videos. */
export const sweeps: Resource = {
  tag: 'Sweeps',
  description:
    'One change to many videos, worked through in the background. Which are meant is said in one way: `ids`, `filter` or `all`; those that fit when it was asked for, and no others.',
  schemas: { Sweep: sweep, SweepPreview: preview },
  problems: {
    E_NOTHING_CHOSEN: 'No video fits.',
    E_SELECTION_CHANGED: 'Another number of videos fits than was `expected`.',
    E_SWEEP_NOT_FOUND: 'There is no such sweep.',
  },
  operations: {
    'POST /sweeps': {
      ...{ id: 'startSweep', summary: 'Change many videos' },
      ...{ scope: 'videos:write', role: 'operator' },
      description:
        'To delete takes an administrator; to retry and to cancel jobs the token needs `jobs:write`, too. With `dry_run` nothing is changed: the answer says how many videos fit, which `expected` can hold the request to.',
      body: bodyOf(startSweepValidator, {
        action: { description: 'What to do', examples: ['tag'] },
        tag: { description: 'To tag and untag with', examples: ['holiday'] },
        ids,
        filter: {
          description: 'Those that fit, with at least one field',
          properties: { status: 'Only those of this status', ...filter, metadata: METADATA_FILTER },
          examples: [{ search: 'sea' }],
        },
        all: { type: 'boolean', const: true, description: 'All that are not archived' },
        expected: 'How many it must be, or nothing is done',
        dry_run: { description: 'Only count', default: false },
      }),
      answers: {
        200: json('How many it would be (`dry_run`)', 'SweepPreview'),
        202: located('The sweep, which may be through already', 'Sweep'),
      },
      problems: [
        ...['409 E_SELECTION_CHANGED', '422 E_CHOICE_UNCLEAR', '422 E_NOTHING_CHOSEN'],
        '422 E_TAGS_REFUSED',
      ],
    },
    'GET /sweeps/{id}': {
      ...{ id: 'getSweep', summary: 'Get a sweep', scope: 'videos:read' },
      path: [numberedId('The sweep')],
      answers: { 200: json('How far it is', 'Sweep') },
      problems: ['404 E_SWEEP_NOT_FOUND'],
    },
  },
}
