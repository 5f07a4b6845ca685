import type { HttpContext } from '@adonisjs/core/http'
import { statisticsJson } from '#http/transformers/statistics_json'
import { statisticsValidator } from '#http/validators/api/statistics'
import { statistics } from '#jobs/reports/statistics'

export default class StatisticsController {
  async show({ request }: HttpContext) {
    const { days = 30 } = await request.validateUsing(statisticsValidator, { data: request.qs() })
    return statisticsJson(await statistics(days))
  }
}
