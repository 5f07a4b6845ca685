import { LaneNotFound } from '#jobs/errors'
import { LANES } from '#jobs/lanes/lane'
import type { LaneName } from '#jobs/lanes/change_lane'

/** The whole queue first. */
export const LANE_NAMES: readonly LaneName[] = ['all', ...LANES]

/** So many jobs at once may be allowed in a lane; beyond that the workers' slots decide anyway. */
export const MAX_CONCURRENCY = 1000

/** @throws LaneNotFound */
export function findLane(name: string): LaneName {
  const found = LANE_NAMES.find((lane) => lane === name)
  if (!found) throw new LaneNotFound(name, LANE_NAMES)
  return found
}
