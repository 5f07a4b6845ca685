import * as s from '#http/openapi/schemas'
import { LEFT_OUT_REASONS } from '#jobs/batches/preview_batch'
import { JOB_STATUSES } from '#jobs/job_state'
import { VIDEO_STATUSES } from '#videos/video_status'

const STATES = ['canary', 'running', 'paused', 'cancelled', 'finished']

const counts = Object.fromEntries(
  JOB_STATUSES.map((status) => [status, s.whole(`Jobs that are ${status}`, 2)])
)

const filter = {
  status: s.oneOf('Of which status the videos are', ['any', ...VIDEO_STATUSES]),
  search: s.nullable(s.text('In title or file name', 'sea')),
  tag: s.nullable(s.text('With this tag', 'holiday')),
  lacks_preset: s.nullable(s.text('Without a rendition of this preset', 'medium')),
  older_than_days: s.nullable(s.whole('Taken in so long ago', 7)),
  max_videos: s.nullable(s.whole('At most so many', 10)),
}

const paused = s.object({
  at: s.moment('Since when'),
  by: s.nullable(s.text('Who paused it', 'Ada')),
  reason: s.nullable(s.text('Why', 'Paused by Ada')),
})

export const BATCH_SCHEMAS = {
  Batch: s.object({
    id: s.whole('The batch', 1),
    state: s.oneOf('Where it is in its life', STATES),
    preset: s.text('Of its jobs', 'medium'),
    preset_version: s.whole('The version that they keep', 1),
    ...filter,
    canary_size: s.nullable(s.whole('So many ran first', 3)),
    idempotency_key: s.nullable(s.text('With which it was asked for', 'night-7')),
    job_count: s.whole('Its jobs', 10),
    jobs: s.object(counts, { description: 'The same by status' }),
    paused: s.nullable(paused, 'Null: it is not'),
    cancelled_by: s.nullable(s.text('Who cancelled it', 'Ada')),
    created_at: s.moment('When it was asked for'),
    released_at: s.nullable(s.moment('When it went on after its canary or a pause')),
    finished_at: s.nullable(s.moment('When the last of its jobs ended')),
    cancelled_at: s.nullable(s.moment('When it was cancelled')),
    links: s.object({
      self: s.href('The batch', '/api/v1/batches/1'),
      jobs: s.href('Its jobs', '/api/v1/jobs?batch_id=1'),
    }),
  }),
  BatchPreview: s.object({
    dry_run: { type: 'boolean', const: true, description: 'Nothing was started' },
    videos: s.whole('All videos that there are', 120),
    job_count: s.whole('Jobs that would be started', 10),
    left_out: s.listOf(
      s.object({
        reason: s.oneOf('Why', Object.keys(LEFT_OUT_REASONS)),
        videos: s.whole('How many', 110),
        sentence: s.text('The reason in words', LEFT_OUT_REASONS.does_not_match),
      }),
      'All others, by the first reason that holds'
    ),
  }),
}
