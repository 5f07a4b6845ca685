import { jobState, jobTitle } from '#app/terminal/job_text'
import type { JobDisplay } from '#app/terminal/follow_jobs'
import type { JobView } from '#app/terminal/job_view'

const STEPS = 4

/** A line for each change, for logs and pipes: a new state, a new phase, a quarter of the way. */
export class JobLines implements JobDisplay {
  readonly #said = new Map<string, string>()

  constructor(private write: (line: string) => void) {}

  show(jobs: JobView[]) {
    for (const job of jobs) this.#showOne(job)
  }

  say(line: string) {
    this.write(line)
  }

  end() {}

  #showOne(job: JobView) {
    const step = [job.status, job.isPaused, job.phase, Math.floor(job.progress * STEPS)].join()
    if (this.#said.get(job.id) === step) return
    this.#said.set(job.id, step)
    this.write(`${jobTitle(job)}: ${jobState(job)}`)
  }
}
