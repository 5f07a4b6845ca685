import type { HttpContext } from '@adonisjs/core/http'
import { SCHEDULE_ACTIONS } from '#scheduling/catalogue'
import { findFiring } from '#scheduling/list_firings'
import { findSchedule } from '#scheduling/find_schedule'

/** What one firing did. */
export default class FiringsController {
  async show({ params, view }: HttpContext) {
    const schedule = await findSchedule(params.id)
    const firing = await findFiring(schedule, params.firing)
    const offer = SCHEDULE_ACTIONS[schedule.action]
    return view.render('pages/admin/schedules/firing', { schedule, firing, offer })
  }
}
