import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { id, presetName, text, wholeNumber } from '#http/validators/api/rules'
import type { VideoFilter } from '#videos/matching_videos'
import { readTime } from '#videos/said_time'

const MAX_BYTES = Number.MAX_SAFE_INTEGER
/** A hundred years. */
const MAX_DAYS = 36_500
const MAX_S = MAX_DAYS * 86_400
/** Ticked on one page. */
const MAX_IDS = 100

const isTime = vine.createRule((value, _, field) => {
  if (typeof value !== 'string' || readTime(value)) return
  const words =
    'The {{ field }} field must be a day such as 2026-11-21 or a moment such as 2026-11-21T06:00:00Z'
  field.report(words, 'time', field)
})

/** A day that the calendar has, or a moment, in UTC. */
export const time = () => vine.string().maxLength(30).use(isTime())

/** Names with the values that they must have. */
export const metadataFilter = () => vine.record(text(500)).minLength(1).maxLength(10)

/** Beside the status: of an API list, a batch, a sweep. */
export const videoFilterRules = () => ({
  search: text(200).optional(),
  tag: text(50).optional(),
  lacks_preset: presetName().optional(),
  older_than_days: wholeNumber(0, MAX_DAYS).optional(),
  codec: text(40).optional(),
  min_size_bytes: wholeNumber(0, MAX_BYTES).optional(),
  max_size_bytes: wholeNumber(0, MAX_BYTES).optional(),
  min_duration_seconds: vine.number().range([0, MAX_S]).optional(),
  max_duration_seconds: vine.number().range([0, MAX_S]).optional(),
  added_from: time().optional(),
  added_to: time().optional(),
  uploaded_by: id().optional(),
  archived: vine.enum(['only', 'any'] as const).optional(),
  ids: vine
    .array(id())
    .minLength(1)
    .maxLength(MAX_IDS)
    .parse((value) => (typeof value === 'string' ? value.split(',') : value))
    .optional(),
})

const rules = vine.create(videoFilterRules())
export type AskedFilter = Infer<typeof rules>

/** What was checked, in the words of the domain. */
export function videoFilterOf(asked: AskedFilter & Pick<VideoFilter, 'metadata'>): VideoFilter {
  return {
    ...{ ids: asked.ids, search: asked.search, tag: asked.tag, codec: asked.codec },
    ...{ lacksPreset: asked.lacks_preset, olderThanDays: asked.older_than_days },
    ...{ minSizeBytes: asked.min_size_bytes, maxSizeBytes: asked.max_size_bytes },
    ...{ minDurationS: asked.min_duration_seconds, maxDurationS: asked.max_duration_seconds },
    ...{ addedFrom: asked.added_from, addedTo: asked.added_to, uploadedBy: asked.uploaded_by },
    archived: asked.archived,
    metadata: asked.metadata,
  }
}

/** The same the other way round, for addresses; what is not said is left out. */
export function askedFilterOf(filter: VideoFilter): Record<string, string> {
  const asked = {
    ...{ status: filter.status, search: filter.search, tag: filter.tag, codec: filter.codec },
    ...{ lacks_preset: filter.lacksPreset, older_than_days: filter.olderThanDays },
    ...{ min_size_bytes: filter.minSizeBytes, max_size_bytes: filter.maxSizeBytes },
    ...{ min_duration_seconds: filter.minDurationS, max_duration_seconds: filter.maxDurationS },
    ...{ added_from: filter.addedFrom, added_to: filter.addedTo, uploaded_by: filter.uploadedBy },
    ...{ archived: filter.archived, ids: filter.ids?.join(',') },
  }
  const said = Object.entries(asked).filter(([, value]) => value !== undefined)
  return Object.fromEntries(said.map(([name, value]) => [name, String(value)]))
}
