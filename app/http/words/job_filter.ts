import { laneLabel, plural } from '#http/words/labels'
import { saidTime } from '#http/words/times'
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
  ended_from: (time) => `ended since ${saidTime(String(time))}`,
  ended_to: (time) => `ended until ${saidTime(String(time))}`,
  asked_from: (time) => `asked for since ${saidTime(String(time))}`,
  asked_to: (time) => `asked for until ${saidTime(String(time))}`,
  waits: (how) => (how === 'held' ? 'held by a batch or a pause' : 'in line'),
}

export function jobField(field: string, value: string | number): string {
  return WORDS[field]?.(value) ?? field
}
