import db from '@adonisjs/lucid/services/db'
import { EVENT_COLUMNS, type Event } from '#events/event'
import type { EventType } from '#events/event_types'

/** Left out: any. */
export interface EventFilter {
  types?: EventType[]
  videoId?: number
  jobId?: string
  batchId?: number
}

export interface EventsWanted extends EventFilter {
  /** Only those after this id, the oldest first. */
  after?: number
  /** Where `after` is left out: only those before this id, the newest first. */
  before?: number
  limit: number
}

/** Events in the order of their ids; those that are waited for are moved by `relayEvents`. */
export function listEvents({ after, before, limit, ...filter }: EventsWanted): Promise<Event[]> {
  return db
    .from('events')
    .select(EVENT_COLUMNS)
    .if(filter.types, (query) => query.whereIn('type', filter.types!))
    .if(filter.videoId !== undefined, (query) => query.where('video_id', filter.videoId!))
    .if(filter.jobId !== undefined, (query) => query.where('job_id', filter.jobId!))
    .if(filter.batchId !== undefined, (query) => query.where('batch_id', filter.batchId!))
    .if(after !== undefined, (query) => query.where('id', '>', after!))
    .if(before !== undefined, (query) => query.where('id', '<', before!))
    .orderBy('id', after === undefined ? 'desc' : 'asc')
    .limit(limit)
}

/** The id of the newest event; 0 where there is none. */
export async function newestEventId(): Promise<number> {
  const { rows } = await db.rawQuery('select coalesce(max(id), 0)::bigint as id from events')
  return Number(rows[0].id)
}
