import { sumOfTallies, tallies } from '#videos/tallies'
import { deadLetters, type DeadLetterFilter } from '#jobs/life/dead_letters'

/** How many failures of the filter wait for somebody's decision. */
export async function countDeadLetters(filter: DeadLetterFilter): Promise<number> {
  if (Object.keys(filter).length === 0) return sumOfTallies(await tallies('dead_letters')).n
  const [{ n }] = await deadLetters(filter).count('* as n').pojo<{ n: number }>()
  return Number(n)
}
