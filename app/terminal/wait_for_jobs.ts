import { isEnded } from '#jobs/job_state'
import { followJobs } from '#app/terminal/follow_jobs'
import { JobBars } from '#app/terminal/job_bars'
import { JobLines } from '#app/terminal/job_lines'

/**
 * Waits for the end of jobs and shows their progress on standard error. Ctrl-C ends the waiting, not
 * the jobs.
 */
export async function waitForJobs(jobIds: string[]) {
  const stops = new AbortController()
  const stop = () => stops.abort()
  process.once('SIGINT', stop)
  const display = process.stderr.isTTY ? new JobBars() : new JobLines(say)
  const jobs = await followJobs(jobIds, display, stops.signal)
  process.removeListener('SIGINT', stop)
  const wasInterrupted = jobs.some((job) => !isEnded(job.status))
  if (wasInterrupted) say('No longer waiting; the jobs go on: see ./ace monitor')
  return { jobs, wasInterrupted }
}

function say(line: string) {
  process.stderr.write(`${line}\n`)
}
