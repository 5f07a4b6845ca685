import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { MOST_WORKER_TAGS, WORKER_TAG } from '#presets/worker_tags'
import { VIDEO_STATUSES } from '#videos/video_status'

const MAX_DAYS = 36_500

const text = (maxLength: number) =>
  vine
    .string()
    .trim()
    .minLength(1)
    .maxLength(maxLength)
    .regex(/^[^\0]*$/)
const count = (max = 1_000_000) => vine.number().withoutDecimals().range([1, max])
const days = () => vine.number().withoutDecimals().range([0, MAX_DAYS])

/** Which videos; what is left out or null does not narrow. */
const filter = () => ({
  search: text(200).nullable().optional(),
  tag: text(50).nullable().optional(),
  olderThanDays: days().nullable().optional(),
})

/** What the parameters of each action may be; numbers and booleans may come as text, as forms send them. */
export const PARAMETERS = {
  start_batch: vine.create({
    status: vine.enum([...VIDEO_STATUSES, 'any'] as const),
    ...filter(),
    lacksPreset: text(63).nullable().optional(),
    preset: text(63),
    maxVideos: count().nullable().optional(),
    canarySize: vine.number().withoutDecimals().range([0, 10_000]).nullable().optional(),
    priority: vine.number().withoutDecimals().range([-100, 100]).nullable().optional(),
    workerTags: vine
      .array(vine.string().regex(WORKER_TAG))
      .maxLength(MOST_WORKER_TAGS)
      .parse((value) => (typeof value === 'string' ? value.split(/[\s,]+/).filter(Boolean) : value))
      .nullable()
      .optional(),
  }),
  retry_failed_jobs: vine.create({
    isTransientOnly: vine.boolean(),
    causes: vine.array(text(63)).maxLength(50).nullable().optional(),
    preset: text(63).nullable().optional(),
    maxJobs: count().nullable().optional(),
  }),
  import_folder: vine.create({
    path: text(4096),
    preset: text(63).nullable().optional(),
    pattern: text(200).nullable().optional(),
    afterwards: vine.enum(['leave', 'move', 'delete'] as const),
    moveTo: text(4096).nullable().optional().requiredWhen('afterwards', '=', 'move'),
    settleS: vine.number().withoutDecimals().range([1, 600]),
    maxFiles: count(10_000).nullable().optional(),
  }),
  verify_files: vine.create({
    maxVideos: count(100_000),
    areHashed: vine.boolean(),
    maxMinutes: count(1440),
  }),
  re_probe: vine.create({
    isOutdatedOnly: vine.boolean(),
    status: vine.enum([...VIDEO_STATUSES, 'any'] as const),
    ...filter(),
    maxVideos: count(100_000),
  }),
  retention: vine.create({
    failedAfterDays: count(MAX_DAYS).nullable().optional(),
    archivedAfterDays: count(MAX_DAYS).nullable().optional(),
    maxVideos: count(10_000),
    isDryRun: vine.boolean(),
  }),
  report: vine.create({ hours: count(24 * 31) }),
  clean_scratch: vine.create({}),
} as const

export type ScheduleAction = keyof typeof PARAMETERS

/** What each action is given when it fires. */
export type ActionParameters = {
  [A in ScheduleAction]: Infer<(typeof PARAMETERS)[A]>
}
