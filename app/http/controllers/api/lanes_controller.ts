import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { editableOfLane, laneJson } from '#http/transformers/lane_json'
import { pauseValidator } from '#http/validators/api/batches'
import { limitLaneValidator } from '#http/validators/api/lanes'
import { saysVersion, unlessChanged } from '#http/versions/versions'
import { limitLane, pauseLane, resumeLane, type LaneName } from '#jobs/lanes/change_lane'
import { findLane } from '#jobs/lanes/find_lane'
import { laneStatus } from '#jobs/reports/lane_status'

/** What may begin, and how much of it at once; `all` is the whole queue. */
export default class LanesController {
  show(ctx: HttpContext) {
    return shown(ctx, findLane(ctx.params.lane))
  }

  async pause(ctx: HttpContext) {
    const lane = findLane(ctx.params.lane)
    const { reason = null } = await ctx.request.validateUsing(pauseValidator)
    await pauseLane({ lane, reason, by: apiActor(ctx) })
    return shown(ctx, lane)
  }

  async resume(ctx: HttpContext) {
    const lane = findLane(ctx.params.lane)
    await resumeLane({ lane, by: apiActor(ctx) })
    return shown(ctx, lane)
  }

  async update(ctx: HttpContext) {
    const lane = findLane(ctx.params.lane)
    const { concurrency } = await ctx.request.validateUsing(limitLaneValidator)
    const check = unlessChanged(ctx, editableOfLane)
    await limitLane({ lane, concurrency, check, by: apiActor(ctx) })
    return shown(ctx, lane)
  }
}

async function shown(ctx: HttpContext, name: LaneName) {
  const lane = (await laneStatus()).find((one) => one.name === name)!
  saysVersion(ctx, editableOfLane(lane))
  return laneJson(lane)
}
