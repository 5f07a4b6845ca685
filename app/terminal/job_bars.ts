import cliProgress from 'cli-progress'
import { isEnded } from '#jobs/job_state'
import { percent, runningState } from '#app/terminal/job_text'
import { printable } from '#app/terminal/printable'
import type { JobDisplay } from '#app/terminal/follow_jobs'
import type { JobView } from '#app/terminal/job_view'

/** More bars than this do not fit a screen: then one bar counts the jobs. */
const MAX_BARS = 12
const TITLE_WIDTH = 28

/** A progress bar for each job, on standard error. */
export class JobBars implements JobDisplay {
  readonly #bars = new Map<string, cliProgress.SingleBar>()
  readonly #screen = new cliProgress.MultiBar(
    {
      format: '{title} {bar} {state}',
      barsize: 24,
      hideCursor: true,
      gracefulExit: false, // Ctrl-C is the command's
      autopadding: true,
    },
    cliProgress.Presets.shades_classic
  )

  show(jobs: JobView[]) {
    if (jobs.length > MAX_BARS) return this.#showCount(jobs)
    for (const job of jobs) this.#draw(job.id, titleOf(job), progressOf(job), stateOf(job))
  }

  say(line: string) {
    this.#screen.log(`${line}\n`)
  }

  end() {
    this.#screen.update()
    this.#screen.stop()
  }

  #showCount(jobs: JobView[]) {
    const ended = jobs.filter((job) => isEnded(job.status)).length
    const running = jobs.filter((job) => job.status === 'running').length
    const state = `${ended} of ${jobs.length} ended, ${running} running`
    this.#draw('all', 'All jobs', ended / jobs.length, state)
  }

  #draw(key: string, title: string, progress: number, state: string) {
    const payload = { title: title.slice(0, TITLE_WIDTH).padEnd(TITLE_WIDTH), state }
    const bar = this.#bars.get(key)
    if (bar) return bar.update(progress, payload)
    this.#bars.set(key, this.#screen.create(1, progress, payload))
  }
}

function titleOf(job: JobView): string {
  return `${job.videoId} ${printable(job.videoTitle)}`
}

function progressOf(job: JobView): number {
  return job.status === 'completed' ? 1 : job.progress
}

function stateOf(job: JobView): string {
  const { status, progress, isPaused } = job
  if (status === 'running') return `${runningState(job)} ${percent(progress)}`
  return isPaused ? 'paused' : status
}
