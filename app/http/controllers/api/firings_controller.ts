import type { HttpContext } from '@adonisjs/core/http'
import { pageJson } from '#http/transformers/page_json'
import { firingJson } from '#http/transformers/schedule_json'
import { listFiringsValidator } from '#http/validators/api/schedules'
import { findSchedule } from '#scheduling/find_schedule'
import { findFiring, listFirings } from '#scheduling/list_firings'

/** What schedules did. */
export default class FiringsController {
  async index({ params, request }: HttpContext) {
    const schedule = await findSchedule(params.id)
    const asked = await request.validateUsing(listFiringsValidator, { data: request.qs() })
    const { page = 1, per_page: perPage = 25 } = asked
    return pageJson(await listFirings(schedule, { page, perPage }), firingJson)
  }

  async show({ params }: HttpContext) {
    return firingJson(await findFiring(await findSchedule(params.id), params.firing))
  }
}
