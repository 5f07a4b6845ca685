import type { DateTime } from 'luxon'
import Attempt from '#jobs/attempt'
import { describeCause } from '#jobs/failure_causes'
import { shellLine } from '#jobs/shell_line'
import type Job from '#jobs/job'

/** Of each at most 128 KiB of log and some command are kept, so that the whole stays within a few MiB. */
const MOST_ATTEMPTS = 20

/**
 * All that is known of a job's attempts, in order, as a text to keep or to send to somebody: times, phases, causes, commands
 * and what ffmpeg said. Of more than twenty attempts the last twenty.
 */
export async function jobLogText(job: Job): Promise<string> {
  const attempts = await Attempt.query()
    .where('job_id', job.id)
    .orderBy('number', 'desc')
    .limit(MOST_ATTEMPTS)
  const told = attempts.reverse().map((attempt) => attemptText(attempt))
  return [headText(job, attempts.length), ...told].join('\n\n') + '\n'
}

function headText(job: Job, shown: number): string {
  const leftOut = job.attemptCount - shown
  return lines([
    ['Job', job.id],
    ['Video', `${job.videoId}, ${job.video.title}`],
    ['Work', job.workTitle],
    ['Status', job.status],
    ['Asked for', `${at(job.createdAt)} by ${job.requestedVia}`],
    ['Request', job.requestId],
    ['Ended', at(job.finishedAt)],
    ['Cause', causeText(job.failureCause, job.failureMessage)],
    ['Attempts', `${job.attemptCount}${leftOut > 0 ? `, the first ${leftOut} left out` : ''}`],
  ])
}

function attemptText(attempt: Attempt): string {
  const facts = lines([
    ['Worker', attempt.workerId],
    ['Began', at(attempt.startedAt)],
    ['Ended', at(attempt.finishedAt)],
    ['Phases', phasesText(attempt)],
    ['Cost', costText(attempt)],
    ['Exit', attempt.exit],
    ['Cause', causeText(attempt.cause, attempt.message)],
    ['Command', attempt.argv && shellLine(attempt.argv)],
  ])
  const parts = [`== Attempt ${attempt.number}: ${attempt.status} ==`, facts]
  if (attempt.evidence) parts.push(`What was seen:\n${attempt.evidence.trimEnd()}`)
  parts.push(`What ffmpeg said:\n${attempt.log.trimEnd() || '(nothing)'}`)
  return parts.join('\n')
}

function phasesText({ timings }: Attempt): string | null {
  const spent = Object.entries(timings ?? {})
  return spent.map(([phase, ms]) => `${phase} ${seconds(ms)}`).join(', ') || null
}

function costText({ cpuS, wallMs, peakMemoryBytes }: Attempt): string | null {
  if (cpuS === null || wallMs === null) return null
  const memory = peakMemoryBytes ? `, ${Math.ceil(peakMemoryBytes / 1024 / 1024)} MiB at most` : ''
  return `ffmpeg ${seconds(wallMs)}, CPU ${seconds(cpuS * 1000)}${memory}`
}

function causeText(cause: string | null, message: string | null): string | null {
  return cause && `${cause}: ${message ?? describeCause(cause).sentence}`
}

function lines(facts: [name: string, value: string | null | undefined][]): string {
  return facts
    .filter(([, value]) => value)
    .map(([name, value]) => `${`${name}:`.padEnd(11)}${value}`)
    .join('\n')
}

function at(time: DateTime | null): string | null {
  return time?.toUTC().toISO() ?? null
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}
