import * as s from '#http/openapi/schemas'
import { JOB_STATUSES } from '#jobs/job_state'
import { LANE_NAMES } from '#jobs/lanes/find_lane'
import { LANES } from '#jobs/lanes/lane'
import { WINDOW_ENDS } from '#jobs/windows/work_window'

const opening = s.object({
  is_open: s.flag('Whether jobs may begin', true),
  until: s.nullable(s.moment('When that changes; null: never')),
  at_end: s.nullable(s.oneOf('What became of those that ran; null while it is open', WINDOW_ENDS)),
})

const breaker = s.object({
  cause: s.text('What every job would meet', 'DISK_FULL'),
  sentence: s.text('What that means', 'The disk is full.'),
  remedy: s.text('What helps', 'Free space.'),
  opened_at: s.moment('When it stopped the lane'),
  tries_again_at: s.moment('When one job tries again'),
})

const slots = s.object({
  slots: s.whole('Jobs that it can run at once; 0: it takes none of the lane', 2),
  running: s.whole('Jobs that it runs', 1),
})

const stranded = s.object({
  lane: s.oneOf('Where they wait', LANES),
  worker_tags: s.listOf(s.text('A tag', 'gpu'), 'That a worker must have'),
  payload_version: s.whole('That a worker must understand', 1),
  jobs: s.whole('How many', 3),
  since: s.moment('When the first of them was asked for'),
  reason: s.text('In words', 'Waits for a worker with the tag gpu: none is alive'),
})

const alive = {
  id: s.text('The process', 'host-1-4711'),
  host_name: s.text('Its machine', 'host-1'),
  pid: s.whole('Its process id there', 4711),
}

const since = {
  started_at: s.moment('When it began'),
  heartbeat_at: s.moment('When it was heard of last'),
}

const schedulers = s.object({
  alive: s.listOf(s.object({ ...alive, ...since }), 'Those heard of lately'),
  enabled_schedules: s.whole('Schedules that are on', 2),
  last_heartbeat_at: s.nullable(s.moment('Of any, also one that is gone')),
  warning: s.nullable(s.text('Schedules are on and nobody fires them', 'No scheduler is running')),
})

const jobCounts = {
  total: s.whole('All of them', 46),
  ...Object.fromEntries(
    JOB_STATUSES.map((status) => [status, s.whole(`Those that are ${status}`, 2)])
  ),
}

const counts = {
  pending: s.whole('Videos without a job', 3),
  queued: s.whole('Videos whose job waits', 2),
  processing: s.whole('Videos whose job runs', 1),
  failed: s.whole('Videos whose job failed', 0),
  completed_today: s.whole('Jobs completed since midnight, UTC', 7),
  average_processing_seconds: s.nullable(s.number('Of the last 30 days; null without any', 180)),
  average_processing_time: s.nullable(s.text('The same in words', '3m')),
  jobs: s.object(jobCounts, { description: 'All jobs, by status' }),
  dead_letters: s.whole('Jobs that failed for good and wait for somebody’s decision', 1),
  completed_per_minute: s.number('Jobs, over the last hour', 0.4),
}

export const QUEUE_SCHEMAS = {
  Queue: s.object({
    ...counts,
    eta: s.nullable(
      s.object({ from: s.moment('The earliest'), to: s.moment('The latest') }),
      'When all of it is done; null where that cannot be told'
    ),
    lanes: s.listOf(s.ref('Lane'), 'The whole queue first'),
    stranded: s.listOf(stranded, 'Jobs that wait and that no live worker will take'),
    reminders: s.nullable(
      s.object({
        waiting: s.whole('Entries that wait', 2),
        delayed: s.whole('Entries for later', 0),
        active: s.whole('Entries being read', 1),
      }),
      'Entries in Redis; null while that does not answer, which delays work and loses none'
    ),
    workers: s.listOf(s.ref('Worker'), 'Those heard of lately'),
    schedulers,
  }),
  Lane: s.object({
    name: s.oneOf('`all` is the whole queue', LANE_NAMES),
    waiting: s.whole('Jobs that are due or will be', 2),
    held: s.whole('Jobs that wait for their batch, or for whoever paused them', 0),
    running: s.whole('Jobs that run', 1),
    concurrency: s.nullable(s.whole('Jobs at once over all workers; null: their slots', 2)),
    paused: s.nullable(
      s.object({
        at: s.moment('Since when'),
        by: s.text('Who paused it', 'Ada'),
        reason: s.nullable(s.text('Why', 'The disk is being changed')),
      }),
      'Null: it is not'
    ),
    breaker: s.nullable(breaker, 'What stopped it by itself; null: nothing'),
    window: s.nullable(opening, 'By its work windows; null: it has none'),
  }),
  Worker: s.object({
    ...alive,
    concurrency: s.whole('Slots of the lane `encode`', 2),
    running_jobs: s.whole('Jobs that it runs', 1),
    lanes: s.object({ quick: slots, encode: slots }),
    tags: s.listOf(s.text('A tag', 'gpu'), 'It takes jobs whose tags are all among these'),
    version: s.nullable(s.text('Of its program', '0.1.0')),
    payload_version: s.whole('Of jobs that it understands, with all older ones', 1),
    idle_reason: s.nullable(s.text('Why it takes no work', 'The disk has 0.5 GB left')),
    ...since,
  }),
  WorkWindow: s.object({
    id: s.whole('The window', 1),
    lane: s.oneOf('For which lane', LANE_NAMES),
    days: s.listOf(s.whole('1 Monday to 7 Sunday', 1), 'On which it begins'),
    from: s.text('When it begins', '22:00'),
    to: s.text('When it ends; not after `from`: on the next day', '06:00'),
    time_zone: s.text('IANA name', 'Europe/Berlin'),
    at_end: s.oneOf('What running jobs do then', WINDOW_ENDS),
    is_enabled: s.flag('Whether it counts', true),
  }),
}
