export interface PartResult {
  name: string
  passed: number
  failed: number
  skipped: number
  durationMs: number
  /** Why it counts as failed though no test did; null when there is no such reason. */
  problem: string | null
}

/** What a suite says of itself when it ends. */
export interface SuiteCounts {
  passed: number
  failed: number
  skipped: number
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
    ...(counts ?? { passed: 0, skipped: 0 }),
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
