import { activeJobsOf } from '#http/controllers/admin/active_jobs'
import { ORDERS, videosAddress, type VideoQuery } from '#http/controllers/admin/video_query'

import { cursorsIn } from '#http/controllers/admin/page_query'
import { videoCounts } from '#http/controllers/admin/tallies'
import { openSweeps } from '#jobs/sweeps/find_sweep'
import { presetsOnOffer } from '#presets/presets_on_offer'
import { listCodecs } from '#videos/list_codecs'
import { listTags } from '#videos/list_tags'
import { listUploaders } from '#videos/list_uploaders'
import { walkVideos } from '#videos/list_videos'
import { savedViewsOf } from '#videos/saved_views'
import { storyboardsOf } from '#videos/storyboards_of'
import { VIDEO_STATUSES } from '#videos/video_status'
import type { HttpContext } from '@adonisjs/core/http'

const PER_PAGE = 24
const TAGS_SHOWN = 12

/** What the list of videos shows: a page of them, and what they can be narrowed by. */
export async function videoPage(ctx: HttpContext, asked: VideoQuery, userId: number) {
  const { sort, isDescending } = ORDERS[asked.order]
  const [after, before] = cursorsIn(ctx)
  const walk = { filter: asked.filter, sort, isDescending, after, before, perPage: PER_PAGE }
  const [page, counts, presets, tags, codecs, uploaders, views, sweeps] = await Promise.all([
    walkVideos(walk),
    videoCounts(),
    presetsOnOffer(),
    listTags(TAGS_SHOWN),
    listCodecs(),
    listUploaders(),
    savedViewsOf(userId),
    openSweeps(),
  ])
  const [activeJobs, storyboards] = await Promise.all([
    activeJobsOf(page.items),
    storyboardsOf(page.items.map(({ id }) => id)),
  ])
  return {
    ...{ page, counts, presets, tags, codecs, uploaders, views, sweeps, activeJobs, storyboards },
    ...{ asked, orders: ORDERS, statuses: VIDEO_STATUSES },
    link: (change: Record<string, string | null>) => videosAddress(asked, change),
  }
}
