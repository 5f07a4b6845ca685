import type { Resource } from '#http/openapi/described'
import { json } from '#http/openapi/answers'
import { queryOf } from '#http/openapi/from_validator'
import * as s from '#http/openapi/schemas'
import { ENTRANCES } from '#accounts/actor'
import { listAuditValidator } from '#http/validators/api/audit'

const line = s.object({
  id: s.text('Rises with time', '4711'),
  at: s.moment('When'),
  actor: s.text('Who, by the name of that time', 'Ada'),
  via: s.oneOf('Where the request came in', ENTRANCES),
  action: s.text('What was done', 'job.cancelled'),
  subject: s.object({
    type: s.text('To what kind of thing', 'job'),
    id: s.nullable(s.text('To which', '01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10')),
  }),
  details: s.mapOf(true, 'What belongs to it', {}),
})

/** Who did what. */
export const audit: Resource = {
  tag: 'Audit',
  description:
    'Who did what, through which entrance. A line stands or falls with the change that it tells.',
  schemas: { AuditLine: line },
  operations: {
    'GET /audit': {
      ...{ id: 'listAudit', summary: 'Read the audit', scope: 'audit:read', role: 'admin' },
      description: 'The newest first.',
      query: queryOf(listAuditValidator, {
        actor: 'Only what they did, by name',
        action: { description: 'Only this', examples: ['job.cancelled'] },
        subject_type: 'Only what was done to such things',
        subject_id: 'Only what was done to this one',
        from: 'Only on this day, UTC, or later; or since this moment',
        to: 'Only on this day, UTC, or earlier; or until this moment',
        search: 'Only lines with words that begin so',
        limit: { description: 'At most so many on a page', default: 25 },
        after: 'The page behind this cursor: `meta.next_cursor` of the page before',
      }),
      answers: {
        200: json(
          'A page of lines',
          s.object({
            data: s.listOf(s.ref('AuditLine')),
            meta: s.object({
              limit: s.whole('At most so many on a page', 25),
              next_cursor: s.nullable(s.text('For `after`; null: this is the last page', '4686')),
            }),
          })
        ),
      },
    },
  },
}
