import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { videoChoice } from '#http/controllers/api/video_choice'
import { RoleTooLow } from '#http/exceptions/role_too_low'
import { needScope } from '#http/middleware/scope_middleware'
import { sweepJson } from '#http/transformers/sweep_json'
import { startSweepValidator } from '#http/validators/api/sweeps'
import { includesRole } from '#accounts/role'
import { findSweep } from '#jobs/sweeps/find_sweep'
import StartSweep from '#jobs/sweeps/start_sweep'
import type { SweepAction } from '#jobs/sweeps/sweep'
import { countVideos } from '#videos/count_videos'

/** One change to many videos. */
@inject()
export default class SweepsController {
  constructor(private startSweep: StartSweep) {}

  /** 202 with the sweep; with `dry_run` 200 and how many videos it would be. */
  async store(ctx: HttpContext) {
    const asked = await startSweepValidator.validate(ctx.request.body())
    const { action, tag, expected } = asked
    mustBeAllowed(ctx, action)
    const filter = videoChoice(asked)
    if (asked.dry_run) return { dry_run: true, action, videos: await countVideos(filter) }
    const request = { filter, action, tag, expected, by: apiActor(ctx) }
    const sweep = await this.startSweep.handle(request)
    ctx.response.status(202).header('location', `/api/v1/sweeps/${sweep.id}`)
    return sweepJson(sweep)
  }

  async show({ params }: HttpContext) {
    return sweepJson(await findSweep(params.id))
  }
}

/** What goes for good is the administrators'; what touches jobs needs their scope, too. */
function mustBeAllowed(ctx: HttpContext, action: SweepAction) {
  if (action === 'retry' || action === 'cancel') needScope(ctx, 'jobs:write')
  const { role } = ctx.auth.use('api').getUserOrFail()
  if (action === 'delete' && !includesRole(role, 'admin')) throw new RoleTooLow('admin')
}
