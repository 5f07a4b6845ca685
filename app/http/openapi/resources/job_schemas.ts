import { ENTRANCES } from '#accounts/actor'
import * as s from '#http/openapi/schemas'
import { ATTEMPT_STATUSES, JOB_PHASES, JOB_STATUSES } from '#jobs/job_state'
import { LANES } from '#jobs/lanes/lane'
import { DECISIONS } from '#media/plan/encode_plan'
import { MEDIA_WARNINGS } from '#media/probe/media_info'

const phase = s.nullable(s.oneOf('What the running attempt does', JOB_PHASES))
const percentage = s.whole('0 to 100; never falls', 42, { minimum: 0, maximum: 100 })
const cause = s.nullable(s.ref('Cause'), 'Null where nothing failed')
const id = '01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10'

const eta = s.nullable(
  s.object({ from: s.moment('The earliest'), to: s.moment('The latest') }),
  'When it will be done: four of five jobs end within the range. Null where nothing can be told'
)

const work = {
  operation: s.text('`transcode` for a preset, else the operation', 'transcode'),
  preset: s.nullable(s.text('The preset; null where an operation was asked for', 'medium')),
  preset_version: s.nullable(s.whole('The version that the job keeps', 1)),
  parameters: s.mapOf(true, 'Of the operation, as they were asked for', {}),
}

const times = {
  queued_at: s.moment('When it was asked for, or retried'),
  due_at: s.moment('Not before this: later than now while a retry waits'),
  started_at: s.nullable(s.moment('When its first attempt began')),
  finished_at: s.nullable(s.moment('When it ended')),
  dismissed_at: s.nullable(s.moment('When its failure was dismissed')),
  paused_at: s.nullable(s.moment('Since when it stands still')),
}

export const jobFields = {
  id: s.uuid('Sorts by time of creation'),
  video_id: s.whole('Its video', 1),
  video_title: s.text('What people call that', 'By the sea'),
  ...work,
  batch_id: s.nullable(s.whole('The batch that started it', 1)),
  lane: s.oneOf('Jobs that wait for each other', LANES),
  priority: s.whole('-100 to 100, higher comes earlier', 0),
  worker_tags: s.listOf(s.text('A tag', 'gpu'), 'Only workers that have all of these take it'),
  payload_version: s.whole('Only workers that understand it take it', 1),
  status: s.oneOf('Where it is in its life', JOB_STATUSES),
  is_held: s.flag('Whether it waits until its batch goes on'),
  phase,
  phase_title: s.nullable(s.text('The phase in words', 'encoding')),
  progress_percentage: percentage,
  position: s.nullable(
    s.whole('Its place in its lane’s line, from 1; null where it runs or is held', 1)
  ),
  eta,
  waits_for: s.nullable(
    s.text(
      'Why no live worker will take it; null: it does not wait, or one may',
      'Waits for a worker with the tag gpu: none is alive'
    )
  ),
  attempt_count: s.whole('Attempts begun', 0),
  cause,
  requested_via: s.oneOf('Where the request came in', ENTRANCES),
  cancelled_by: s.nullable(s.text('Who cancelled it', 'Ada')),
  is_cancellation_requested: s.flag('Whether somebody asked it to stop'),
  dismissed_by: s.nullable(s.text('Who dismissed its failure', 'Ada')),
  paused_by: s.nullable(s.text('Who paused it; null: it is not paused', 'Ada')),
  ...times,
  links: s.object({
    self: s.href('The job', `/api/v1/jobs/${id}`),
    video: s.href('Its video', '/api/v1/videos/1'),
  }),
}

const pixels = (side: string) => s.nullable(s.whole(`${side} in pixels; null for sound`, 640))

const plannedRendition = s.object({
  name: s.text('Of the rendition', 'medium'),
  decision: s.oneOf('What is done to the source', DECISIONS),
  reason: s.text('Why, in words', 'The source is 1920x1080: made 1280x720'),
  width: pixels('Width'),
  height: pixels('Height'),
})

const plannedSubtitles = s.object({
  tracks: s.listOf(s.ref('Track'), 'Those that become WebVTT'),
  left_out: s.listOf(
    s.object({
      label: s.text('The track', 'German'),
      reason: s.text('Why it is left out', 'PGS is pictures of words'),
    })
  ),
})

const plan = s.object({
  renditions: s.listOf(plannedRendition),
  has_poster: s.flag('Whether a poster is made', true),
  poster_kind: s.nullable(s.oneOf('What the poster shows', ['frame', 'waveform'])),
  subtitles: s.nullable(plannedSubtitles, 'Null where none are made'),
})

export const JOB_SCHEMAS = {
  Job: s.object(jobFields, { description: 'One request to do one operation to one video' }),
  JobDetails: s.object({
    ...jobFields,
    plan: s.nullable(plan, 'What is to be made of the source; null before that was decided'),
    warnings: s.listOf(s.ref('MediaWarning'), 'What is worth knowing of what was published'),
    attempts: s.listOf(s.ref('Attempt'), 'Each try, the first one first'),
  }),
  Attempt: s.object({
    number: s.whole('1 for the first', 1),
    status: s.oneOf('What became of it', ATTEMPT_STATUSES),
    worker_id: s.text('Who ran it', 'host-1-4711'),
    cpu_seconds: s.nullable(s.number('Computing time', 12.5)),
    wall_seconds: s.nullable(s.number('Time that passed', 8.2)),
    peak_memory_bytes: s.nullable(s.whole('Most memory at once', 180_000_000)),
    cause,
    evidence: s.nullable(s.text('The lines that show the cause', 'moov atom not found')),
    started_at: s.moment('When it began'),
    finished_at: s.nullable(s.moment('When it ended')),
  }),
  JobLog: s.object({
    job_id: s.uuid('The job'),
    attempt: s.whole('Its attempt', 1),
    status: s.oneOf('What became of it', ATTEMPT_STATUSES),
    command: s.nullable(
      s.listOf(s.text('A word of it', 'ffmpeg')),
      'Program first; null where none was run'
    ),
    log: s.text('What it said', 'frame=  100 fps= 50 ...'),
    is_cut: s.flag('Whether there are more lines than were asked for'),
  }),
  MediaWarning: s.object({
    code: s.oneOf('Does not change', MEDIA_WARNINGS),
    text: s.text('For people', 'The file says 10 s and lasts 8 s'),
  }),
  Track: s.object({
    label: s.text('As players show it', 'German'),
    language: s.nullable(s.text('As in BCP 47; null when not stated', 'de')),
    is_default: s.flag('Shown without being asked for'),
    is_forced: s.flag('Only what is spoken in another language'),
    is_hearing_impaired: s.flag('Also tells what is heard'),
  }),
}
