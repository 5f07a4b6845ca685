import type { HttpContext } from '@adonisjs/core/http'
import { lowDiskBytes, scratchPath, storagePath, storeKind } from '#config/mediakeep'
import { deadLetterCounts } from '#jobs/reports/dead_letters'
import { laneStatus } from '#jobs/reports/lane_status'
import { walkJobs } from '#jobs/reports/list_jobs'
import { strandedJobs } from '#jobs/reports/stranded_jobs'
import { queueStatus } from '#jobs/reports/queue_status'
import { storageGlance } from '#jobs/reports/storage_report'
import { statistics } from '#jobs/reports/statistics'
import { liveWorkers } from '#jobs/worker_registry'
import { nextDueSchedules } from '#scheduling/find_schedule'
import { schedulerStatus } from '#scheduling/scheduler_registry'
import { walkVideos } from '#videos/list_videos'
import { troubledWebhooks } from '#webhooks/find_webhooks'
import { drawThroughput } from '#http/controllers/admin/throughput_chart'

const CHART_DAYS = 30
const SCHEDULES_SHOWN = 4

/** What goes on, at a glance. */
export default class OverviewController {
  async show({ view }: HttpContext) {
    const [status, running, waiting, failures, workers, month, recent, lanes] = await Promise.all([
      queueStatus(),
      walkJobs({ filter: { statuses: ['running'] }, perPage: 8 }),
      walkJobs({ filter: { statuses: ['queued'] }, perPage: 5 }),
      deadLetterCounts(),
      liveWorkers(),
      statistics(CHART_DAYS),
      walkVideos({ filter: {}, sort: 'created', perPage: 6 }),
      laneStatus(),
    ])
    const [schedulers, nextSchedules, storage, troubled, stranded] = await Promise.all([
      schedulerStatus(),
      nextDueSchedules(SCHEDULES_SHOWN),
      storageGlance({ storagePath, scratchPath, lowDiskBytes, isStoreRemote: storeKind === 's3' }),
      troubledWebhooks(),
      workers.length > 0 ? strandedJobs(workers) : [],
    ])
    const chart = drawThroughput(month.daily)
    const today = month.daily.at(-1)!.date
    const failed = failures.reduce((sum, { jobs }) => sum + jobs, 0)
    const seen = {
      status,
      failed,
      running,
      waiting,
      failures,
      workers,
      month,
      recent,
      ...{ lanes, stranded },
      chart,
      today,
      schedulers,
      nextSchedules,
      storage,
      troubledWebhooks: troubled,
    }
    return view.render('pages/admin/overview/show', seen)
  }
}
