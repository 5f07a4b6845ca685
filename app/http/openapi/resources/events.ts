import type { Resource, Schema } from '#http/openapi/described'
import { json } from '#http/openapi/answers'
import { queryOf } from '#http/openapi/from_validator'
import { requestHeader } from '#http/openapi/headers'
import * as s from '#http/openapi/schemas'
import { EVENT_TYPE_NAMES, EVENT_TYPES } from '#events/event_types'
import { listEventsValidator, streamEventsValidator } from '#http/validators/api/events'

const filter = {
  type: 'Only these types, separated by commas',
  video_id: 'Only of this video and its jobs',
  job_id: 'Only of this job',
  batch_id: 'Only of this batch and its jobs',
}

const schemas: Record<string, Schema> = {
  Event: s.object({
    id: s.whole('Rises in the order in which changes were committed', 812),
    type: s.oneOf('What happened', EVENT_TYPE_NAMES),
    timestamp: s.moment('When'),
    video_id: s.nullable(s.whole('Its video', 1)),
    job_id: s.nullable(s.uuid('Its job')),
    batch_id: s.nullable(s.whole('Its batch', 7)),
    data: s.mapOf(true, 'The thing as it was then: what the API says of it, without long lists', {
      ...{ id: 1, title: 'By the sea', status: 'pending' },
    }),
  }),
}

const types = Object.entries(EVENT_TYPES).map(([type, when]) => `- \`${type}\`: ${when}`)

/** What happened. */
export const events: Resource = {
  tag: 'Events',
  description: `What happened, told in the transaction in which it did. Ask for what is after the last id you know, and nothing is missed. They are kept for 30 days, unless \`EVENTS_KEPT_DAYS\` says otherwise.\n\n${types.join('\n')}`,
  schemas,
  problems: {
    E_STREAM_NOT_ASKED_FOR: 'A stream is asked for with `Accept: text/event-stream`.',
    E_TOO_MANY_STREAMS: 'You, or all together, have too many streams open.',
  },
  operations: {
    'GET /events': {
      ...{ id: 'listEvents', summary: 'List events', scope: 'events:read' },
      description: 'The oldest first. What you changed yourself is there at once.',
      query: queryOf(listEventsValidator, {
        ...filter,
        sort: { description: '`-id`: the newest first', default: 'id' },
        limit: { description: 'At most so many on a page', default: 25 },
        after: 'Only those behind this id in the order of the list',
      }),
      answers: {
        200: json(
          'A page of events',
          s.object({
            data: s.listOf(s.ref('Event')),
            meta: s.object({
              limit: s.whole('At most so many on a page', 25),
              next_cursor: s.nullable(s.text('For `after`. Null: this is the last page', '812')),
            }),
          })
        ),
      },
    },
    'GET /events/stream': {
      ...{ id: 'streamEvents', summary: 'Stream events', scope: 'events:read' },
      description:
        'Server-sent events: each has its `id`, its type as `event`, and as `data` the same JSON as in the list. After 15 minutes the stream ends: come again with the last id, as every client does by itself. A user may have ten of them.',
      query: queryOf(streamEventsValidator, {
        ...filter,
        after: 'Begin behind this id; left out: with what happens from now on',
      }),
      headers: [
        requestHeader('Last-Event-ID', 'Goes before `after`; clients send it after a break', {
          pattern: '^[0-9]{1,16}$',
        }),
      ],
      answers: {
        200: {
          description: 'Events as they happen',
          content: { 'text/event-stream': { schema: {} } },
        },
      },
      problems: ['406 E_STREAM_NOT_ASKED_FOR', '429 E_TOO_MANY_STREAMS'],
    },
  },
}
