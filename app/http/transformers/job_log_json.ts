import type Attempt from '#jobs/attempt'

/** The command of an attempt and the last lines of what it said; what is kept of that is ffmpeg's first and last 64 KiB. */
export function jobLogJson(attempt: Attempt, maxLines: number) {
  const lines = attempt.log.trimEnd().split('\n')
  return {
    job_id: attempt.jobId,
    attempt: attempt.number,
    status: attempt.status,
    command: attempt.argv,
    log: lines.slice(-maxLines).join('\n'),
    is_cut: lines.length > maxLines,
  }
}
