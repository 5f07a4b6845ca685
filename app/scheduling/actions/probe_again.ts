import { inject } from '@adonisjs/core'
import ReProbeVideos from '#videos/files/re_probe_videos'
import { mediakeep } from '#accounts/actor'
import { counted } from '#jobs/repair/repair'
import { MOST_LISTED, type Action, type ActionContext } from '#scheduling/action'
import type { ActionParameters } from '#scheduling/parameters'

/** The videos that were looked into longest ago. */
@inject()
export default class ProbeAgain implements Action<ActionParameters['re_probe']> {
  constructor(private reProbeVideos: ReProbeVideos) {}

  async run(parameters: ActionParameters['re_probe'], { signal }: ActionContext) {
    const { isOutdatedOnly, status, search, tag, olderThanDays, maxVideos } = parameters
    const filter = {
      status: status === 'any' ? undefined : status,
      ...{ search: search ?? undefined, tag: tag ?? undefined },
      olderThanDays: olderThanDays ?? undefined,
    }
    const by = mediakeep('schedule')
    const seen = await this.reProbeVideos.handle({ filter, isOutdatedOnly, maxVideos, by, signal })
    const { probed, changed, refused } = seen
    const words =
      probed === 0
        ? 'No video to look into.'
        : `Looked into ${counted(probed, 'video')}: ${changed} told something new, ` +
          `${refused.length} could not be read.`
    return { words, details: { findings: refused.slice(0, MOST_LISTED) } }
  }
}
