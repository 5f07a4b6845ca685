import { dailyReport, reportWords } from '#jobs/reports/daily_report'
import type { Action, ActionContext } from '#scheduling/action'
import type { ActionParameters } from '#scheduling/parameters'

/** Counts back from its due time: begun twice it says the same. */
export default class MakeReport implements Action<ActionParameters['report']> {
  async run({ hours }: ActionParameters['report'], { dueAt }: ActionContext) {
    const report = await dailyReport({ until: dueAt, hours })
    return { words: reportWords(report), details: { report } }
  }
}
