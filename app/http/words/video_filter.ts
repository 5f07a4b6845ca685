import { bytes } from '#http/words/sizes'
import { clock, saidTime } from '#http/words/times'
import { plural } from '#http/words/labels'
import type { BatchSelection } from '#jobs/batches/batch'
import type { VideoFilter } from '#videos/matching_videos'

type Words = { [K in keyof VideoFilter]-?: (value: NonNullable<VideoFilter[K]>) => string }

const WORDS: Words = {
  ids: (ids) => `${plural(ids.length, 'chosen video')}`,
  status: (status) => status,
  search: (search) => `with “${search}” in title or file name`,
  tag: (tag) => `tagged “${tag}”`,
  codec: (codec) => `codec ${codec}`,
  lacksPreset: (preset) => `without ${preset}`,
  olderThanDays: (days) => `at least ${plural(days, 'day')} old`,
  minSizeBytes: (size) => `at least ${bytes(size)}`,
  maxSizeBytes: (size) => `at most ${bytes(size)}`,
  minDurationS: (durationS) => `at least ${clock(durationS)} long`,
  maxDurationS: (durationS) => `at most ${clock(durationS)} long`,
  addedFrom: (time) => `since ${saidTime(time)}`,
  addedTo: (time) => `until ${saidTime(time)}`,
  uploadedBy: (id) => `uploaded by user ${id}`,
  metadata: (metadata) => {
    const said = Object.entries(metadata).map(([name, value]) => `${name} “${value}”`)
    return `with ${said.join(' and ')}`
  },
  archived: (archived) => (archived === 'only' ? 'archived' : 'archived or not'),
}

/** What a filter says, each condition in a few words. */
export function filterParts(filter: VideoFilter): { name: keyof VideoFilter; words: string }[] {
  const names = Object.keys(WORDS) as (keyof VideoFilter)[]
  return names.flatMap((name) => {
    const value = filter[name]
    const say = WORDS[name] as (said: typeof value) => string
    return value === undefined ? [] : [{ name, words: say(value) }]
  })
}

const FIELD_OF: Record<string, keyof VideoFilter> = {
  ...{ tag: 'tag', codec: 'codec', lacks: 'lacksPreset', archived: 'archived' },
  ...{ min_mb: 'minSizeBytes', max_mb: 'maxSizeBytes', from: 'addedFrom', to: 'addedTo' },
  ...{ min_minutes: 'minDurationS', max_minutes: 'maxDurationS', uploader: 'uploadedBy' },
}

/** What a field of the Videos page says, with people by their names. */
export function filterField(
  field: string,
  filter: VideoFilter,
  people: { id: number; name: string }[]
): string {
  const name = people.find(({ id }) => field === 'uploader' && id === filter.uploadedBy)?.name
  const part = filterParts(filter).find((one) => one.name === FIELD_OF[field])
  return name ? `uploaded by ${name}` : (part?.words ?? field)
}

/** `failed videos, tagged “knee”, the oldest 20` of what was asked for. */
export function batchFilter({ maxVideos, status, ...filter }: Partial<BatchSelection>): string {
  const words = [
    filter.ids ? '' : status === undefined ? 'all videos' : `${status} videos`,
    ...filterParts(filter).map((part) => part.words),
    maxVideos && `the oldest ${maxVideos}`,
  ]
  return words.filter(Boolean).join(', ')
}
