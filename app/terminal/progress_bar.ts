import cliProgress from 'cli-progress'
import prettyBytes from 'pretty-bytes'
import { printable } from '#app/terminal/printable'
import type { Progress } from '#app/library/progress'

const WHAT_WIDTH = 36

/** One bar for something long, on standard error; nothing where nobody looks. */
export class ProgressBar {
  readonly #bar = new cliProgress.SingleBar(
    { format: '{bar} {figures} {what}', barsize: 24, hideCursor: true, gracefulExit: false },
    cliProgress.Presets.shades_classic
  )
  #isShown = false

  show = ({ what, done, total, unit }: Progress) => {
    const figures =
      unit === 'bytes' ? `${size(done)} of ${size(total)}` : `${done} of ${total} ${unit}`
    const payload = { figures, what: printable(what).slice(0, WHAT_WIDTH) }
    if (!this.#isShown) this.#bar.start(total, done, payload)
    this.#isShown = true
    this.#bar.setTotal(Math.max(total, 1))
    this.#bar.update(done, payload)
  }

  end() {
    if (this.#isShown) this.#bar.stop()
  }
}

function size(bytes: number): string {
  return prettyBytes(bytes)
}
