import { printable } from '#app/terminal/printable'
import { describeCause } from '#jobs/failure_causes'
import type { DeadLetterGroup } from '#jobs/reports/dead_letters'

/** Each cause with its remedy, what was seen last, and how to retry or dismiss. */
export function failuresText(groups: DeadLetterGroup[], dim: (text: string) => string): string {
  if (groups.length === 0) return 'No failure waits for a decision'
  return groups.map((group) => groupText(group, dim)).join('\n\n')
}

function groupText({ cause, jobs, sample }: DeadLetterGroup, dim: (text: string) => string) {
  const { sentence, remedy } = describeCause(cause)
  const seen = printable(sample.evidence ?? sample.message ?? '')
  return [
    `${jobs} ${jobs === 1 ? 'job' : 'jobs'}, one cause: ${sentence} (${cause})`,
    `  ${remedy}`,
    ...(seen ? [dim(`  Seen last: ${seen.slice(0, 200)}`)] : []),
    dim(`  ./ace retry --failed --cause ${cause}, or ./ace dismiss --cause ${cause}`),
  ].join('\n')
}
