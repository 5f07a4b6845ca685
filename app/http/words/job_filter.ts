import { laneLabel, plural } from '#http/words/labels'
import type { LaneName } from '#jobs/lanes/change_lane'

/** What a field of the Jobs page says, in a few words. */
const WORDS: Record<string, (value: string | number) => string> = {
  batch: (id) => `of batch ${id}`,
  video: (id) => `of video ${id}`,
  preset: (name) => `with ${name}`,
  worker: (name) => `by worker ${name}`,
  lane: (lane) => laneLabel(lane as LaneName).toLowerCase(),
  day: (day) => `ended on ${day} (UTC)`,
  days: (days) => `ended in the last ${plural(Number(days), 'day')}`,
}

export function jobField(field: string, value: string | number): string {
  return WORDS[field]?.(value) ?? field
}
