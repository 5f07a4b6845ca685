export interface PartResult {
  name: string
  passed: number
  failed: number
  skipped: number
  durationMs: number
  /** Why it counts as failed though no test did; null when there is no such reason. */
  problem: string | null
  /** A line for each test or hook that failed: its title and why. */
  failures: string[]
}

/** What a suite says of itself when it ends. */
export interface SuiteCounts {
  passed: number
  failed: number
  skipped: number
  failures: string[]
}

export interface SuiteEnd {
  exitCode: number | null
  /** Null when it ended without saying. */
  counts: SuiteCounts | null
  /** Whether the person chose among the tests, so that none at all is no surprise. */
  isFiltered: boolean
}

/** Judges a suite: one that crashed or ran nothing has failed. */
export function judgeSuite({ exitCode, counts, isFiltered }: SuiteEnd) {
  const failed = (problem: string) => ({
    ...(counts ?? { passed: 0, skipped: 0, failures: [] }),
    failed: Math.max(counts?.failed ?? 0, 1),
    problem,
  })
  if (!counts) return failed(`it ended without a result (exit ${exitCode ?? 'by signal'})`)
  const ran = counts.passed + counts.failed
  if (ran === 0 && !isFiltered) return failed('it ran no test')
  if (exitCode !== 0 && counts.failed === 0) return failed(`it ended with exit ${exitCode}`)
  return { ...counts, problem: null }
}

/** The line that closes a run. */
export function closingLine(results: PartResult[]): string {
  const sum = (key: 'passed' | 'failed') => results.reduce((total, one) => total + one[key], 0)
  return `${sum('passed')} passed, ${sum('failed')} failed`
}

/** What failed, a line each, for whoever sees no more than the end of a run. */
export function failedLines(results: PartResult[]): string[] {
  return results
    .filter(({ failed }) => failed > 0)
    .flatMap(({ name, failures, problem }) => {
      const told = [...failures, problem].filter((line) => line !== null)
      return told.length > 0 ? told.map((line) => `${name}: ${line}`) : [name]
    })
}
