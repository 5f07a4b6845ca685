import { writeFileSync } from 'node:fs'
import { BaseReporter } from '@japa/runner/core'
import type { NamedReporterContract, TestEndNode } from '@japa/runner/types'

const END_WAIT_MS = 30_000
const SLOWEST_TOLD = 30
/** As much of a failure's message as fits in the line that tells of it at the end of a run. */
const REASON_CHARS = 200
/** What every test's stack has in common. */
const OF_THE_RUNNER = /node_modules\/@japa\/|node:internal\//

interface EndedTest {
  file?: string
  title: string
  durationMs: number
}

/**
 * Prints failures alone and leaves the counts where MEDIAKEEP_TEST_SUMMARY says, as JSON, with the slowest tests for whoever
 * wants a quicker suite.
 */
class SummaryReporter extends BaseReporter {
  readonly #ended: EndedTest[] = []

  protected onTestEnd({ title, duration }: TestEndNode) {
    const durationMs = Math.round(duration)
    this.#ended.push({ file: this.currentFileName, title: title.expanded, durationMs })
  }

  protected async end() {
    const result = this.runner!.getSummary()
    const { passed, failed, skipped, todo } = result.aggregates
    const errors = this.aggregateErrors(result)
    for (const { error } of errors) shortenStack(error)
    await this.printErrors(result)
    // a hook that fails leaves no failed test behind
    const counts = { passed, failed: result.hasError ? Math.max(failed, 1) : failed }
    const failures = errors.map(({ title, error }) => `${title}: ${reasonOf(error)}`)
    const told = { ...counts, skipped: skipped + todo, failures, slowest: this.#slowest() }
    writeFileSync(process.env.MEDIAKEEP_TEST_SUMMARY!, JSON.stringify(told, null, 2))
    setTimeout(endProcess, END_WAIT_MS).unref()
  }

  #slowest(): EndedTest[] {
    return this.#ended
      .toSorted((one, other) => other.durationMs - one.durationMs)
      .slice(0, SLOWEST_TOLD)
  }
}

function reasonOf(error: unknown): string {
  const [line] = String(error instanceof Error ? error.message : error).split('\n', 1)
  return line.length > REASON_CHARS ? `${line.slice(0, REASON_CHARS)}...` : line
}

/** Leaves the frames that are ours, or all where none is. */
function shortenStack(error: unknown) {
  if (!(error instanceof Error) || !error.stack) return
  const lines = error.stack.split('\n')
  const kept = lines.filter((line) => !OF_THE_RUNNER.test(line))
  if (kept.some((line) => /^\s+at /.test(line))) error.stack = kept.join('\n')
  shortenStack(error.cause)
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
