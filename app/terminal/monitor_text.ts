import prettyBytes from 'pretty-bytes'
import prettyMs from 'pretty-ms'
import { jobState } from '#app/terminal/job_text'
import { makeTable } from '#app/terminal/make_table'
import { printable } from '#app/terminal/printable'
import { stillBecause, strandedLine } from '#app/terminal/queue_text'
import { LANES, type Lane } from '#jobs/lanes/lane'
import { describeCause } from '#jobs/failure_causes'
import type { DeadLetterGroup } from '#jobs/reports/dead_letters'
import type { JobView } from '#app/terminal/job_view'
import type { MonitorReport } from '#app/terminal/monitor_report'
import type { SchedulerStatus } from '#scheduling/scheduler_registry'
import type { LiveWorker } from '#jobs/worker_registry'
import type { Statistics } from '#jobs/reports/statistics'

type Dim = (text: string) => string

const BAR_WIDTH = 20

/** Counts, workers and active jobs, for people. */
export function overviewText(report: MonitorReport, dim: Dim): string {
  const { videos, workers, jobs, lanes, stranded, failures, schedulers } = report
  const { pending, queued, processing, failed, completedToday, averageProcessingTime } = videos
  const counts = `${pending} pending, ${queued} queued, ${processing} processing, ${failed} failed`
  const average = averageProcessingTime ? `, ${averageProcessingTime} each on average` : ''
  return [
    `Videos  ${counts}`,
    `Today   ${completedToday} completed${average}`,
    ...failures.map(failureLine),
    ...lanes.flatMap(stillBecause).map((line) => `Queue   ${line}`),
    ...(workers.length > 0 ? stranded : []).map((some) => `Queue   ${strandedLine(some)}`),
    ...missingScheduler(schedulers).map((line) => `Clock   ${line}`),
    '',
    workersText(workers, dim),
    '',
    jobsText(jobs, dim),
  ].join('\n')
}

function missingScheduler({ isMissing, enabledSchedules }: SchedulerStatus): string[] {
  if (!isMissing) return []
  const many = enabledSchedules === 1 ? '1 schedule waits' : `${enabledSchedules} schedules wait`
  return [`No scheduler is running, ${many}: start one with ./ace schedule`]
}

function failureLine({ cause, jobs }: DeadLetterGroup): string {
  return `Failed  ${jobs} by ${cause}: ${describeCause(cause).sentence} See ./ace monitor --failures`
}

export function jobsText(jobs: JobView[], dim: Dim): string {
  if (jobs.length === 0) return 'No job waits or runs: start one with ./ace process --video-id 123'
  const head = ['Job', 'Video', 'Preset', '', 'State', 'Since', 'Done in']
  return makeTable(head, jobs.map(jobRow), dim)
}

export function statisticsText(figures: Statistics, dim: Dim): string {
  const { days, videosAdded, jobsStarted, completed, failed, cancelled, successRate } = figures
  const success = successRate === null ? 'none ended yet' : `${Math.round(successRate * 100)} %`
  const average = figures.averageProcessingS
  const lines = [
    `The last ${days} days`,
    `Videos added   ${videosAdded}`,
    `Jobs started   ${jobsStarted}`,
    `Jobs ended     ${completed} completed, ${failed} failed, ${cancelled} cancelled`,
    `Success        ${success}`,
    `Average time   ${average === null ? 'none completed yet' : prettyMs(average * 1000)}`,
    `Bytes          ${prettyBytes(figures.bytesIn)} in, ${prettyBytes(figures.bytesOut)} out`,
  ]
  return [...lines, ...presetLines(figures, dim), ...causeLines(figures, dim)].join('\n')
}

function workersText(workers: LiveWorker[], dim: Dim): string {
  if (workers.length === 0) return 'No worker is running: start one with ./ace work'
  const rows = workers.map(({ id, lanes, tags, version, startedAt, idleReason }) => {
    const runs = LANES.map((lane) => runsText(lanes[lane]))
    return [id, ...runs, tags.join(' '), version ?? '', since(startedAt), idleReason ?? '']
  })
  const lanes = LANES.map((lane) => `Runs ${lane}`)
  const head = ['Worker', ...lanes, 'Tags', 'Version', 'Up', 'Takes no work because']
  return makeTable(head, rows, dim)
}

function runsText({ running, slots }: LiveWorker['lanes'][Lane]): string {
  return slots > 0 ? `${running} of ${slots}` : 'none'
}

function jobRow(job: JobView): string[] {
  const from = job.status === 'running' ? job.startedAt : job.queuedAt
  const bar = job.status === 'running' ? barOf(job.progress) : ''
  const video = `${job.videoId} ${printable(job.videoTitle).slice(0, 30)}`
  return [
    job.id,
    video,
    job.work,
    bar,
    jobState(job),
    from ? since(new Date(from)) : '',
    doneIn(job),
  ]
}

/** `3–5m, #12` */
function doneIn({ eta, position }: JobView): string {
  const place = position === null ? [] : [`#${position}`]
  if (!eta) return place.join()
  const [from, to] = [eta.from, eta.to].map((at) => until(new Date(at!)))
  return [from === to ? from : `${from}–${to}`, ...place].join(', ')
}

function until(date: Date): string {
  return prettyMs(Math.max(1_000, date.getTime() - Date.now()), { compact: true })
}

function barOf(progress: number): string {
  const done = Math.round(progress * BAR_WIDTH)
  return '█'.repeat(done) + '░'.repeat(BAR_WIDTH - done)
}

function since(date: Date): string {
  return prettyMs(Math.max(0, Date.now() - date.getTime()), { compact: true })
}

function presetLines({ presets }: Statistics, dim: Dim): string[] {
  if (presets.length === 0) return []
  const rows = presets.map(({ preset, completed, failed, averageProcessingS }) => {
    const average = averageProcessingS === null ? '' : prettyMs(averageProcessingS * 1000)
    return [preset, String(completed), String(failed), average]
  })
  return ['', makeTable(['Preset', 'Completed', 'Failed', 'Average'], rows, dim)]
}

function causeLines({ causes }: Statistics, dim: Dim): string[] {
  if (causes.length === 0) return []
  const rows = causes.map(({ cause, jobs }) => [cause, String(jobs)])
  return ['', makeTable(['Cause of failure', 'Jobs'], rows, dim)]
}
