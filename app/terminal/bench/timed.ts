/** @returns milliseconds of wall time */
export async function timedMs(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** The value below which this part of all lies. @throws RangeError for no values at all */
export function quantile(values: number[], part: number): number {
  if (values.length === 0) throw new RangeError('no values to take a quantile of')
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
}
