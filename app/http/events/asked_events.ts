import type { EventFilter } from '#events/list_events'
import type { EventType } from '#events/event_types'

interface Asked {
  type?: EventType[]
  video_id?: number
  job_id?: string
  batch_id?: number
}

/** Which events are meant, in the words of the domain. */
export function eventFilterOf(asked: Asked): EventFilter {
  const { type: types, video_id: videoId, job_id: jobId, batch_id: batchId } = asked
  return { types, videoId, jobId, batchId }
}
