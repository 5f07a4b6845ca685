import { DateTime } from 'luxon'
import { plural, statusLabel } from '#http/words/labels'
import type { LaneWindow } from '#jobs/windows/lane_windows'
import type { MissedPolicy } from '#scheduling/missed_policy'
import type { ActionParameters, ScheduleAction } from '#scheduling/parameters'

export const MISSED_LABELS: Record<MissedPolicy, string> = {
  once: 'Fires once for all of them',
  skip: 'Fires none of them',
  all: 'Fires each, the last 100 at most',
}

export const DAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

type Teller<A extends ScheduleAction> = (
  of: ActionParameters[A]
) => (string | 0 | false | null | undefined)[]

const TELLERS: { [A in ScheduleAction]: Teller<A> } = {
  start_batch: (of) => [
    of.preset,
    `for ${videosOf(of)}`,
    of.lacksPreset && `without ${of.lacksPreset}`,
    most(of.maxVideos),
  ],
  retry_failed_jobs: (of) => [
    of.causes?.length ? `failed with ${of.causes.join(' or ')}` : 'all causes',
    of.isTransientOnly && 'where a retry can cure',
    of.preset && `of ${of.preset}`,
    most(of.maxJobs),
  ],
  import_folder: (of) => [
    of.path,
    of.pattern,
    of.preset ? `then ${of.preset}` : 'without processing',
    AFTERWARDS[of.afterwards](of),
  ],
  verify_files: (of) => [
    `${plural(of.maxVideos, 'video')} at a time`,
    of.areHashed ? 'by size and hash' : 'by size',
  ],
  re_probe: (of) => [
    videosOf(of),
    of.isOutdatedOnly && 'seen by an older probe',
    most(of.maxVideos),
  ],
  retention: (of) => [
    of.isDryRun && 'only tells',
    of.failedAfterDays && `failed for ${plural(of.failedAfterDays, 'day')}`,
    of.archivedAfterDays && `archived for ${plural(of.archivedAfterDays, 'day')}`,
    most(of.maxVideos),
  ],
  report: (of) => [`of ${plural(of.hours, 'hour')}`],
  clean_scratch: () => [],
}

const AFTERWARDS = {
  leave: () => 'files stay',
  move: (of: { moveTo?: string | null }) => `files go to ${of.moveTo}`,
  delete: () => 'files are deleted',
}

/** `medium, for pending videos, at most 10` of what a schedule's action was given. */
export function actionWords(action: ScheduleAction, parameters: object): string {
  const tell = TELLERS[action] as Teller<typeof action>
  return tell(parameters as never)
    .filter(Boolean)
    .join(', ')
}

/** `Mon–Fri 22:00–06:00 Europe/Berlin` */
export function windowWords({ days, fromMinute, toMinute, timeZone }: LaneWindow): string {
  return `${daysWords(days)} ${clockOf(fromMinute)}–${clockOf(toMinute)} ${timeZone}`
}

/** `22:00` of a minute of the day. */
export function clockOf(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

function daysWords(days: number[]): string {
  if (days.length === 7) return 'Every day'
  const isRow = days.length > 2 && days.at(-1)! - days[0] === days.length - 1
  if (isRow) return `${DAY_NAMES[days[0] - 1]}–${DAY_NAMES[days.at(-1)! - 1]}`
  return days.map((day) => DAY_NAMES[day - 1]).join(', ')
}

function videosOf(of: {
  status: string
  search?: string | null
  tag?: string | null
  olderThanDays?: number | null
}) {
  const words = [
    of.status === 'any' ? 'all videos' : `${statusLabel(of.status).toLowerCase()} videos`,
    of.search && `with “${of.search}” in the name`,
    of.tag && `tagged “${of.tag}”`,
    of.olderThanDays && `at least ${plural(of.olderThanDays, 'day')} old`,
  ]
  return words.filter(Boolean).join(' ')
}

function most(count: number | null | undefined): string | null {
  return count ? `at most ${count.toLocaleString('en')}` : null
}

/**
 * `Mon 23 Nov, 03:00` for each due time in its zone; with seconds and the year where they are not to be guessed, and with
 * the distance to UTC where clocks change on the way.
 */
export function dueTimes(times: Date[], timeZone: string): { at: Date; words: string }[] {
  const local = times.map((at) => DateTime.fromJSDate(at, { zone: timeZone }).setLocale('en'))
  const changes = new Set(local.map(({ offset }) => offset)).size > 1
  return local.map((at) => {
    const year = at.year === DateTime.now().setZone(timeZone).year ? '' : ' yyyy'
    const seconds = at.second === 0 ? '' : ':ss'
    const distance = changes ? " 'UTC'Z" : ''
    return { at: at.toJSDate(), words: at.toFormat(`ccc d LLL${year}, HH:mm${seconds}${distance}`) }
  })
}
