import { writeFileSync } from 'node:fs'
import { BaseReporter } from '@japa/runner/core'
import type { NamedReporterContract } from '@japa/runner/types'

const END_WAIT_MS = 30_000

/** Prints failures alone and leaves the counts where MEDIAKEEP_TEST_SUMMARY says, as JSON. */
class SummaryReporter extends BaseReporter {
  protected async end() {
    const result = this.runner!.getSummary()
    const { passed, failed, skipped, todo } = result.aggregates
    await this.printErrors(result)
    // a hook that fails leaves no failed test behind
    const counts = { passed, failed: result.hasError ? Math.max(failed, 1) : failed }
    writeFileSync(
      process.env.MEDIAKEEP_TEST_SUMMARY!,
      JSON.stringify({ ...counts, skipped: skipped + todo })
    )
    setTimeout(endProcess, END_WAIT_MS).unref()
  }
}

/** Reporter `summary`; `./ace test` asks for it. */
export function summary(): NamedReporterContract {
  return {
    name: 'summary',
    handler: (runner, emitter) => new SummaryReporter().boot(runner, emitter),
  }
}

/** Tests that leave a timer, a connection or a child behind would hold everybody up for ever. */
function endProcess() {
  console.error(
    `The tests ended ${END_WAIT_MS / 1000} s ago, but something keeps the process alive`
  )
  process.exit(1)
}
