import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { laneJson } from '#http/transformers/lane_json'
import { pauseValidator } from '#http/validators/api/batches'
import { limitLaneValidator } from '#http/validators/api/lanes'
import { limitLane, pauseLane, resumeLane, type LaneName } from '#jobs/lanes/change_lane'
import { findLane } from '#jobs/lanes/find_lane'
import { laneStatus } from '#jobs/reports/lane_status'

/** What may begin, and how much of it at once; `all` is the whole queue. */
export default class LanesController {
  async pause(ctx: HttpContext) {
    const lane = findLane(ctx.params.lane)
    const { reason = null } = await ctx.request.validateUsing(pauseValidator)
    await pauseLane({ lane, reason, by: apiActor(ctx) })
    return laneNamed(lane)
  }

  async resume(ctx: HttpContext) {
    const lane = findLane(ctx.params.lane)
    await resumeLane({ lane, by: apiActor(ctx) })
    return laneNamed(lane)
  }

  async update(ctx: HttpContext) {
    const lane = findLane(ctx.params.lane)
    const { concurrency } = await ctx.request.validateUsing(limitLaneValidator)
    await limitLane({ lane, concurrency, by: apiActor(ctx) })
    return laneNamed(lane)
  }
}

async function laneNamed(name: LaneName) {
  const lanes = await laneStatus()
  return laneJson(lanes.find((lane) => lane.name === name)!)
}
