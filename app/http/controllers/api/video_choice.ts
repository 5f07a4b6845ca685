import type { Infer } from '@vinejs/vine/types'
import { ChoiceUnclear } from '#http/exceptions/choice_unclear'
import type { startSweepValidator } from '#http/validators/api/sweeps'
import { videoFilterOf } from '#http/validators/api/video_filter'
import type { VideoFilter } from '#videos/matching_videos'

/** Which videos a body means: exactly one way to say it. @throws ChoiceUnclear */
export function videoChoice(asked: Infer<typeof startSweepValidator>): VideoFilter {
  const { ids, filter, all } = asked
  const said = Object.entries({ ids, filter, all }).filter(([, value]) => value)
  const isEmpty = filter && Object.values(filter).every((value) => value === undefined)
  if (said.length !== 1 || isEmpty) throw new ChoiceUnclear(said.map(([name]) => name))
  if (ids) return { ids, archived: 'any' }
  return filter ? { ...videoFilterOf(filter), status: filter.status } : {}
}
