import type { Infer } from '@vinejs/vine/types'
import type { chooseDeadLettersValidator } from '#http/validators/api/dead_letters'
import { ChoiceUnclear } from '#http/exceptions/choice_unclear'
import type { DeadLetterFilter } from '#jobs/life/dead_letters'

type Chosen = Infer<typeof chooseDeadLettersValidator>

/** Which dead letters a body means: exactly one way to say it. @throws ChoiceUnclear */
export function deadLetterChoice(chosen: Chosen): DeadLetterFilter {
  const { ids, cause, filter, all } = chosen
  const said = Object.entries({ ids, cause, filter, all }).filter(([, value]) => value)
  const isEmpty = filter && Object.values(filter).every((value) => value === undefined)
  if (said.length !== 1 || isEmpty) throw new ChoiceUnclear(said.map(([name]) => name))
  return { jobIds: ids, cause, ...(filter && filterOf(filter)) }
}

function filterOf({ cause, search, preset, batch_id: batchId }: NonNullable<Chosen['filter']>) {
  return { cause, search, preset, batchId }
}
