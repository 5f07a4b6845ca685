import type { HttpContext } from '@adonisjs/core/http'
import { findLane } from '#jobs/lanes/find_lane'
import { laneStatus } from '#jobs/reports/lane_status'
import { strandedJobs } from '#jobs/reports/stranded_jobs'
import { limitLane, pauseLane, resumeLane } from '#jobs/lanes/change_lane'
import { laneWindows } from '#jobs/windows/lane_windows'
import { liveWorkers } from '#jobs/worker_registry'
import { consoleActor } from '#http/controllers/admin/console_actor'
import { done } from '#http/controllers/admin/refusal'
import { laneLabel } from '#http/words/labels'
import { DAY_NAMES, windowWords } from '#http/words/schedules'
import { limitLaneValidator } from '#http/validators/api/lanes'
import { pauseValidator } from '#http/validators/api/batches'

const PAGE = '/lanes'

/** What may begin, and how much of it at once. */
export default class LanesController {
  async index({ view }: HttpContext) {
    const [lanes, workers, windows] = await Promise.all([
      laneStatus(),
      liveWorkers(),
      laneWindows(),
    ])
    const stranded = workers.length > 0 ? await strandedJobs(workers) : []
    const choices = { dayNames: DAY_NAMES, timeZones: Intl.supportedValuesOf('timeZone') }
    return view.render('pages/admin/lanes/index', {
      ...{ lanes, workers, stranded, windows, windowWords },
      ...choices,
    })
  }

  async pause(ctx: HttpContext) {
    const lane = findLane(ctx.params.lane)
    const { reason = null } = await ctx.request.validateUsing(pauseValidator)
    await pauseLane({ lane, reason, by: consoleActor(ctx) })
    done(ctx, PAGE, `${laneLabel(lane)}: no job is begun until somebody resumes it.`)
  }

  async resume(ctx: HttpContext) {
    const lane = findLane(ctx.params.lane)
    await resumeLane({ lane, by: consoleActor(ctx) })
    done(ctx, PAGE, `${laneLabel(lane)}: jobs are begun again.`)
  }

  async update(ctx: HttpContext) {
    const lane = findLane(ctx.params.lane)
    const { concurrency } = await ctx.request.validateUsing(limitLaneValidator)
    await limitLane({ lane, concurrency, by: consoleActor(ctx) })
    const most = concurrency ?? 'as many as the workers have slots'
    done(ctx, PAGE, `${laneLabel(lane)}: jobs at once: ${most}.`)
  }
}
