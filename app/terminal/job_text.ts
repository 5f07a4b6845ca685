import { printable } from '#app/terminal/printable'
import type { JobView } from '#app/terminal/job_view'

/** `video 12 "Holiday" as medium` */
export function jobTitle(job: JobView): string {
  return `video ${job.videoId} "${printable(job.videoTitle)}" as ${job.work}`
}

/** What the job does or how it ended, in words. */
export function jobState(job: JobView): string {
  const { status, phase, progress, failure } = job
  if (status === 'running') return `${phase ?? 'starts'} ${percent(progress)}`
  if (status === 'failed' && failure) {
    const what = printable(failure.message).replace(/\.?$/, '.') // with a detail it has no full stop
    return `failed: ${what} ${failure.remedy} (${failure.cause})`
  }
  if (status === 'queued' && failure) return `waits for another try after ${failure.cause}`
  return status
}

export function percent(progress: number): string {
  return `${Math.floor(progress * 100)} %`
}
