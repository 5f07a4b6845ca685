import type { HttpContext } from '@adonisjs/core/http'
import { examine } from '#app/doctor/examine'
import { consoleActor } from '#http/controllers/admin/console_actor'
import { done } from '#http/controllers/admin/refusal'
import { plural } from '#http/words/labels'
import type { Diagnosis } from '#app/doctor/diagnosis'

const PAGE = '/doctor'

/** What is wrong with the machine, the servers and the data, and what helps. */
export default class DoctorController {
  async show({ view }: HttpContext) {
    const found = await examine(null)
    const of = (level: Diagnosis['level']) => found.filter((one) => one.level === level)
    const groups = { error: of('error'), warning: of('warning'), ok: of('ok') }
    const repairable = found.filter(({ canRepair }) => canRepair).length
    return view.render('pages/admin/doctor/show', { groups, repairable, at: new Date() })
  }

  /** Repairs what can be repaired, as `./ace doctor --fix` does. */
  async repair(ctx: HttpContext) {
    const found = await examine(consoleActor(ctx))
    const repaired = found.filter(({ isRepaired }) => isRepaired).length
    const words =
      repaired > 0 ? `${plural(repaired, 'finding')} repaired.` : 'Nothing was left to repair.'
    done(ctx, PAGE, words)
  }
}
