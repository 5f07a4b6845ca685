import { DateTime } from 'luxon'
import { makeTable } from '#app/terminal/make_table'
import { printable } from '#app/terminal/printable'
import { describeCause } from '#jobs/failure_causes'
import type { Opening } from '#jobs/windows/work_window'
import type { StrandedJobs } from '#jobs/reports/stranded_jobs'
import type { LaneStatus } from '#jobs/reports/lane_status'

/** The lanes, and below them why any of them stands still. */
export function queueText(
  lanes: LaneStatus[],
  stranded: StrandedJobs[],
  dim: (text: string) => string
): string {
  const head = ['Lane', 'Waiting', 'Held', 'Running', 'At once', 'State']
  const rows = lanes.map((lane) => [
    ...[lane.name, String(lane.waiting), String(lane.held), String(lane.running)],
    ...[lane.concurrency === null ? 'slots' : String(lane.concurrency), stateOf(lane)],
  ])
  const reasons = [...lanes.flatMap(stillBecause), ...stranded.map(strandedLine)]
  return [makeTable(head, rows, dim), ...(reasons.length > 0 ? ['', ...reasons] : [])].join('\n')
}

/** `3 jobs wait for a worker with the tag gpu: none is alive` */
export function strandedLine({ jobs, reason }: StrandedJobs): string {
  return reason.replace('Waits', jobs === 1 ? '1 job waits' : `${jobs} jobs wait`)
}

/** A sentence for each reason why the lane begins no job; none where it does. */
export function stillBecause({ name, paused, breaker, window }: LaneStatus): string[] {
  const lines: string[] = []
  if (breaker) {
    const { sentence, remedy } = describeCause(breaker.cause)
    const again = DateTime.fromJSDate(breaker.triesAgainAt).toRelative({ locale: 'en' })
    lines.push(`${name} is stopped: ${sentence} ${remedy} One job tries again ${again}.`)
  }
  if (paused) {
    const reason = paused.reason ? `: ${paused.reason}` : ''
    lines.push(printable(`${name} is paused by ${paused.by}${reason}`))
  }
  if (window && !window.isOpen) lines.push(`${name} is closed ${untilWords(window)}`)
  return lines
}

/** `until Mon 23 Nov, 22:00 Europe/Berlin`, of a lane's work windows. */
function untilWords({ until, timeZone }: Opening): string {
  if (until === null) return 'by its work windows, which never open'
  const at = DateTime.fromJSDate(until).setZone(timeZone).setLocale('en')
  return `by its work windows until ${at.toFormat('ccc d LLL, HH:mm')} ${timeZone}`
}

function stateOf({ paused, breaker, window }: LaneStatus): string {
  if (breaker) return 'stopped'
  if (paused) return 'paused'
  return window && !window.isOpen ? 'closed' : 'open'
}
