import type { Resource } from '#http/openapi/described'
import { json } from '#http/openapi/answers'
import { queryOf } from '#http/openapi/from_validator'
import * as s from '#http/openapi/schemas'
import { statisticsValidator } from '#http/validators/api/statistics'

const ended = {
  completed: s.whole('Jobs that completed', 40),
  failed: s.whole('Jobs that failed', 2),
  cancelled: s.whole('Jobs that were cancelled', 1),
}
const duration = s.nullable(s.number('From start to end, of those that completed', 181.5))

/** What was done. */
export const statistics: Resource = {
  tag: 'Statistics',
  description: 'What was done in the last days, UTC, today included.',
  schemas: {
    Statistics: s.object({
      days: s.whole('How many', 30),
      videos_added: s.whole('Videos taken in', 50),
      jobs_started: s.whole('Jobs asked for', 45),
      ...ended,
      success_rate: s.nullable(s.number('Completed of those that completed or failed, 0..1', 0.95)),
      average_processing_seconds: duration,
      bytes_in: s.whole('Of the originals of completed jobs', 12_345_678_901),
      bytes_out: s.whole('Of the renditions made', 4_567_890_123),
      causes: s.listOf(
        s.object({ cause: s.text('A code', 'INPUT_TRUNCATED'), jobs: s.whole('Jobs', 2) }),
        'Why jobs failed, the most frequent first'
      ),
      presets: s.listOf(
        s.object({
          preset: s.text('Its name', 'medium'),
          ...ended,
          average_processing_seconds: duration,
        }),
        'Those that had jobs'
      ),
      daily: s.listOf(
        s.object({
          date: s.text('UTC', '2026-05-01', { format: 'date' }),
          ...ended,
          average_processing_seconds: duration,
          bytes_in: s.whole('Of the originals of jobs completed on it', 123_456_789),
          bytes_out: s.whole('Of the renditions made on it', 45_678_901),
        }),
        'Every day, also the idle ones'
      ),
    }),
  },
  operations: {
    'GET /statistics': {
      ...{ id: 'getStatistics', summary: 'Get statistics', scope: 'queues:read' },
      query: queryOf(statisticsValidator, { days: { description: 'How many', default: 30 } }),
      answers: { 200: json('The figures', 'Statistics') },
    },
  },
}
