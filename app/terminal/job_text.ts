import { printable } from '#app/terminal/printable'
import type { JobView } from '#app/terminal/job_view'

/** `video 12 "Holiday" as medium` */
export function jobTitle(job: JobView): string {
  return `video ${job.videoId} "${printable(job.videoTitle)}" as ${job.work}`
}

/** What the job does or how it ended, in words. */
export function jobState(job: JobView): string {
  const { status, progress, isPaused, failure } = job
  if (status === 'running') return `${runningState(job)} ${percent(progress)}`
  if (isPaused) return 'paused'
  if (status === 'failed' && failure) {
    const what = printable(failure.message).replace(/\.?$/, '.') // with a detail it has no full stop
    return `failed: ${what} ${failure.remedy} (${failure.cause})`
  }
  return status === 'queued' ? queuedState(job) : status
}

function queuedState({ status, failure, waitsFor }: JobView): string {
  if (failure) return `waits for another try after ${failure.cause}`
  return waitsFor?.replace(/^W/, 'w') ?? status
}

/** What a running job does now. */
export function runningState({ phaseTitle, isPaused }: JobView): string {
  return isPaused ? 'paused' : (phaseTitle ?? 'starting')
}

export function percent(progress: number): string {
  return `${Math.floor(progress * 100)} %`
}
