import { liveWorkers, type LiveWorker } from '#jobs/worker_registry'
import { lineLengths } from '#jobs/reports/line_lengths'
import { openLanes } from '#jobs/reports/open_lanes'
import { schedulerStatus } from '#scheduling/scheduler_registry'
import { overdueFirings } from '#scheduling/overdue_firings'
import { sumOfTallies, tallies } from '#videos/tallies'
import { webhookHealth } from '#webhooks/webhook_health'

/** Longer than any library is old. */
const ALL_DAYS = 36_500

/** What the database knows of the whole installation: the same whichever process asks. */
export async function libraryFigures() {
  // one after the other: a scrape must not take the connections that requests wait for
  const videos = await tallies('videos')
  const renditions = sumOfTallies(await tallies('renditions_made', ALL_DAYS))
  const deadLetters = sumOfTallies(await tallies('dead_letters')).n
  return {
    videos,
    storeBytes: { originals: sumOfTallies(videos).bytes, renditions: renditions.bytes },
    deadLetters,
    lines: await lineLengths(),
    openLanes: await openLanes(),
    workers: tellWorkers(await liveWorkers()),
    schedulers: (await schedulerStatus()).alive.length,
    overdueFirings: await overdueFirings(),
    webhooks: await webhookHealth(),
  }
}

export type LibraryFigures = Awaited<ReturnType<typeof libraryFigures>>

function tellWorkers(workers: LiveWorker[]) {
  const idle = workers.filter(({ idleReason }) => idleReason !== null).length
  const slots = (lane: 'quick' | 'encode') =>
    workers.reduce((sum, { lanes }) => sum + lanes[lane].slots, 0)
  return {
    ...{ working: workers.length - idle, idle },
    slots: { quick: slots('quick'), encode: slots('encode') },
  }
}
