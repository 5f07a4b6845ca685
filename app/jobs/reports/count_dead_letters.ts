import { deadLetters, type DeadLetterFilter } from '#jobs/life/dead_letters'

/** How many failures of the filter wait for somebody's decision. */
export async function countDeadLetters(filter: DeadLetterFilter): Promise<number> {
  const [{ n }] = await deadLetters(filter).count('* as n').pojo<{ n: number }>()
  return Number(n)
}
