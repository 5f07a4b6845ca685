import type { EventType } from '#events/event_types'

/** Something that happened, as it was told when it did. */
export interface Event {
  /** Rises in the order of commits: whoever asks for what is after an id misses nothing. */
  id: number
  type: EventType
  /** The API's JSON of the thing as it was then. */
  payload: Record<string, unknown>
  videoId: number | null
  jobId: string | null
  batchId: number | null
  createdAt: Date
}

export const EVENT_COLUMNS = [
  'id',
  'type',
  'payload',
  'video_id as videoId',
  'job_id as jobId',
  'batch_id as batchId',
  'created_at as createdAt',
]
