/** What a statement changed, as the trigger `tell_changes` tells it. */
export interface Change {
  table: string
  /** Null: too many to name. */
  rows: ChangedRow[] | null
}

interface ChangedRow {
  id?: number | string
  video_id?: number
  batch_id?: number
  schedule_id?: number
}

/** The channel of pages that nobody can name: every open page hears it. */
export const EVERY_PAGE = 'every/page'

/** The channel of the page `/`; any other page's channel is its path. */
export const OVERVIEW = 'overview'

/** Lists that show something of each table. */
const LISTS: Record<string, string[]> = {
  jobs: ['jobs', 'failures', 'videos', 'batches', 'lanes'],
  renditions: ['videos'],
  videos: ['videos'],
  batches: ['batches'],
  firings: ['schedules'],
  schedules: ['schedules'],
  watermarks: ['watermarks'],
  imports: ['imports'],
}

/** Channels of the pages that a change may show on. */
export function changedPages({ table, rows }: Change): string[] {
  if (rows === null) return [EVERY_PAGE]
  const pages = rows.flatMap((row) => [
    ...page(table, row.id),
    ...page('videos', row.video_id),
    ...page('batches', row.batch_id),
    ...page('schedules', row.schedule_id),
  ])
  return [...new Set([OVERVIEW, ...(LISTS[table] ?? []), ...pages])]
}

function page(list: string, id: number | string | undefined): string[] {
  return id === undefined ? [] : [`${list}/${id}`]
}
