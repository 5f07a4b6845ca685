import cliProgress from 'cli-progress'
import type { PipelineDisplay } from '#app/terminal/bench/pipeline/pipeline_bench'

const MOST_IDS = 10

/** A progress bar on standard error, or lines where that is no terminal. */
export class PipelineBar implements PipelineDisplay {
  readonly #bar = new cliProgress.SingleBar(
    {
      format: '{bar} {value} of {total} jobs, {failed} failed, {does}',
      stream: process.stderr,
      barsize: 30,
      hideCursor: true,
      gracefulExit: false, // Ctrl-C is the command's
    },
    cliProgress.Presets.shades_classic
  )
  #ended = 0
  #failed = 0
  #does = ''

  constructor(
    private jobs: number,
    private isTerminal = process.stderr.isTTY
  ) {
    if (isTerminal) this.#bar.start(jobs, 0, this.#payload())
  }

  ended({ status }: { status: string }) {
    if (status !== 'unfinished') this.#ended++
    if (status === 'failed' || status === 'refused') this.#failed++
    this.#show()
  }

  does(words: string) {
    this.#does = words
    this.#show()
  }

  remain(videoIds: number[]) {
    this.stop()
    const ids = videoIds.slice(0, MOST_IDS).join(', ')
    const more = videoIds.length > MOST_IDS ? ', ...' : ''
    process.stderr.write(
      `${videoIds.length} videos remain (${ids}${more}): ./ace delete ID, or Videos in the console\n`
    )
  }

  stop() {
    this.#bar.stop()
  }

  #show() {
    if (this.isTerminal) return this.#bar.update(this.#ended, this.#payload())
    const counted = `${this.#ended} of ${this.jobs} jobs, ${this.#failed} failed`
    process.stderr.write(`${counted}, ${this.#does}\n`)
  }

  #payload() {
    return { failed: this.#failed, does: this.#does }
  }
}
