import { tallies } from '#videos/tallies'

export interface CauseCount {
  cause: string
  jobs: number
}

/** Jobs that stand as failed now, by cause, the most frequent first. */
export async function failuresByCause(): Promise<CauseCount[]> {
  const counted = await tallies('failures')
  const causes = counted.map(({ key, n }) => ({ cause: key, jobs: n }))
  return causes.sort((a, b) => b.jobs - a.jobs || (a.cause < b.cause ? -1 : 1))
}
