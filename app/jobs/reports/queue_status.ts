import prettyMs from 'pretty-ms'
import { countsByKey, tallies } from '#videos/tallies'
import type { VideoStatus } from '#videos/video_status'

export interface QueueStatus {
  /** Videos by what has to be done with them. */
  pending: number
  queued: number
  processing: number
  failed: number
  /** Jobs that completed since midnight, UTC. */
  completedToday: number
  /** Of the jobs that completed in the last 30 days, today included, from start to end; null where there is none. */
  averageProcessingS: number | null
  /** The same in words, such as "3m 0s". */
  averageProcessingTime: string | null
}

const AVERAGE_OF_DAYS = 30

/** What waits, runs and went wrong, now. */
export async function queueStatus(): Promise<QueueStatus> {
  const [videos, today, month] = await Promise.all([
    tallies('videos'),
    tallies('ended', 1),
    tallies('ended', AVERAGE_OF_DAYS),
  ])
  const of = (status: VideoStatus) => countsByKey<VideoStatus>(videos)[status] ?? 0
  const done = month.find(({ key }) => key === 'completed')
  const averageMs = done ? done.tookMs / done.n : null
  return {
    ...{ pending: of('pending'), queued: of('queued') },
    ...{ processing: of('processing'), failed: of('failed') },
    completedToday: countsByKey<'completed'>(today).completed ?? 0,
    averageProcessingS: averageMs === null ? null : averageMs / 1000,
    averageProcessingTime: averageMs === null ? null : prettyMs(averageMs),
  }
}
