import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import Sweep, { type SweepAction } from '#jobs/sweeps/sweep'
import RunSweeps from '#jobs/sweeps/run_sweeps'
import { NothingChosen, SelectionChanged } from '#jobs/errors'
import { matchingVideos, type VideoFilter } from '#videos/matching_videos'
import { cleanTag } from '#videos/edit_video'
import { recordAudit } from '#accounts/audit'
import type { Actor } from '#accounts/actor'

export interface SweepRequest {
  filter: VideoFilter
  action: SweepAction
  /** For tag and untag. */
  tag?: string
  /** How many videos were shown to whoever confirmed it; another number is refused. */
  expected?: number
  by: Actor
}

/** A request waits for so long; what is left then goes on in the background. */
const AT_ONCE_MS = 700

/** Changes every video of a filter: those that fit now, and no others that come to fit later. */
@inject()
export default class StartSweep {
  constructor(private run: RunSweeps) {}

  /** @throws NothingChosen, SelectionChanged, TagsRefused */
  async handle({ filter, action, expected, by, ...rest }: SweepRequest): Promise<Sweep> {
    const needsTag = action === 'tag' || action === 'untag'
    const tag = needsTag ? cleanTag(rest.tag ?? '') : null
    const videoIds = await chosenIds(filter)
    if (videoIds.length === 0) throw new NothingChosen()
    if (expected !== undefined && expected !== videoIds.length) {
      throw new SelectionChanged(expected, videoIds.length)
    }
    const sweep = await db.transaction(async (trx) => {
      const asked = { action, tag, filter: wordsOf(filter), videoIds, requestedBy: by }
      const started = await Sweep.create({ ...asked, done: 0, changed: 0 }, { client: trx })
      const subject = { type: 'sweep', id: started.id }
      const details = { action, ...(tag && { tag }), ...asked.filter, videos: videoIds.length }
      await recordAudit({ by, action: 'sweep.started', subject, details }, trx)
      return started
    })
    await this.run.one(sweep.id, AT_ONCE_MS)
    return sweep.refresh()
  }
}

async function chosenIds(filter: VideoFilter): Promise<number[]> {
  const rows = await matchingVideos(filter)
    .select(db.raw('array_agg(id order by id) as ids'))
    .pojo<{ ids: number[] | null }>()
  return rows[0].ids ?? []
}

/** Ticked videos are kept as their ids already. */
function wordsOf({ ids, ...filter }: VideoFilter): VideoFilter {
  return ids ? {} : JSON.parse(JSON.stringify(filter))
}
