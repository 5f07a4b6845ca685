import { inject } from '@adonisjs/core'
import ApplyRetention, { retentionWords } from '#jobs/retention/apply_retention'
import { mediakeep } from '#accounts/actor'
import { MOST_LISTED, type Action, type ActionContext } from '#scheduling/action'
import type { ActionParameters } from '#scheduling/parameters'

@inject()
export default class RetainVideos implements Action<ActionParameters['retention']> {
  constructor(private applyRetention: ApplyRetention) {}

  async run(parameters: ActionParameters['retention'], { signal }: ActionContext) {
    const { failedAfterDays = null, archivedAfterDays = null, maxVideos, isDryRun } = parameters
    const rules = { failedAfterDays, archivedAfterDays }
    const by = mediakeep('schedule')
    const found = await this.applyRetention.handle({ rules, maxVideos, isDryRun, by, signal })
    const findings = found.due.slice(0, MOST_LISTED).map(({ id, title, rule }) => ({
      videoId: isDryRun ? id : null,
      what: `${title} (${id}, ${rule})`,
    }))
    return { words: retentionWords(found), details: { findings } }
  }
}
