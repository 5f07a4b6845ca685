import type { HttpContext } from '@adonisjs/core/http'
import { pageAfter } from '#http/lists/list_cursor'
import { listJson } from '#http/lists/list_json'
import { firingJson } from '#http/transformers/schedule_json'
import { listFiringsValidator } from '#http/validators/api/schedules'
import { findSchedule } from '#scheduling/find_schedule'
import { findFiring, FIRINGS_DOWN, walkFirings } from '#scheduling/list_firings'

const ORDER = { name: '-due_at', ...FIRINGS_DOWN }

/** What schedules did. */
export default class FiringsController {
  async index(ctx: HttpContext) {
    const { params, request } = ctx
    const schedule = await findSchedule(params.id)
    const asked = await request.validateUsing(listFiringsValidator, { data: request.qs() })
    const page = pageAfter(asked, ORDER)
    const firings = await walkFirings(schedule, page)
    return listJson(ctx, firings, { order: ORDER, ...page, itemJson: firingJson })
  }

  async show({ params }: HttpContext) {
    return firingJson(await findFiring(await findSchedule(params.id), params.firing))
  }
}
