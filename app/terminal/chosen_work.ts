import { WrongUsage } from '#app/terminal/errors'
import { requireOneOf } from '#app/terminal/one_of'
import { requireWholeNumber } from '#app/terminal/whole_number'
import { LANES, type Lane } from '#jobs/lanes/lane'
import { readWorkerTags } from '#presets/worker_tags'

const AT_ONCE = { min: 1, max: 64 }

/** What a worker takes, as its settings say. */
export interface UsualWork {
  lanes: readonly Lane[]
  tags: readonly string[]
  /** Jobs at the same time of a lane that it listens to. */
  slots: Record<Lane, number>
}

/** What people may say otherwise of one worker. */
export interface WorkFlags {
  lanes?: string
  tags?: string
  concurrency?: number
}

/**
 * What a worker takes. A lane that it does not listen to has no slots; `--concurrency` speaks of films where it takes
 * any. Pure.
 *
 * @throws WrongUsage
 */
export function chosenWork(flags: WorkFlags, usual: UsualWork) {
  const { concurrency } = flags
  requireWholeNumber('--concurrency', concurrency, AT_ONCE)
  const lanes = flags.lanes === undefined ? usual.lanes : lanesIn(flags.lanes)
  const [main] = lanes.includes('encode') ? ['encode'] : lanes
  const slotsOf = (lane: Lane) =>
    lane === main ? (concurrency ?? usual.slots[lane]) : usual.slots[lane]
  const slots = LANES.map((lane) => [lane, lanes.includes(lane) ? slotsOf(lane) : 0])
  return {
    slots: Object.fromEntries(slots) as Record<Lane, number>,
    tags: flags.tags === undefined ? usual.tags : tagsIn(flags.tags),
  }
}

function lanesIn(typed: string): Lane[] {
  const named = typed.split(',').map((one) => requireOneOf('--lanes', one.trim(), LANES))
  return LANES.filter((lane) => named.includes(lane))
}

function tagsIn(typed: string): string[] {
  try {
    return readWorkerTags(typed)
  } catch (error) {
    throw new WrongUsage(`--tags: ${(error as Error).message}`)
  }
}
