import { DateTime } from 'luxon'
import Video from '#videos/video'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { VideoStatus } from '#videos/video_status'

/** Which videos are meant; what is left out does not narrow. */
export interface VideoFilter {
  status?: VideoStatus
  /** Part of the title or of the file's name, in any case. */
  search?: string
  tag?: string
  /** Taken in at least so many days ago. */
  olderThanDays?: number
  /** Name of a preset that the video has no rendition of, in any version. */
  lacksPreset?: string
}

/** A query for the videos that match, in no order; those that are being deleted never do. */
export function matchingVideos(filter: VideoFilter, trx?: TransactionClientContract) {
  const { status, search, tag, olderThanDays, lacksPreset } = filter
  return Video.query({ client: trx })
    .whereNull('deletion_requested_at')
    .if(status, (query) => query.where('status', status!))
    .if(search, (query) => query.where((any) => named(any, search!)))
    .if(tag, (query) => query.whereRaw('tags @> array[?]', [tag!]))
    .if(olderThanDays !== undefined, (query) =>
      query.where('created_at', '<', DateTime.now().minus({ days: olderThanDays }).toSQL())
    )
    .if(lacksPreset, (query) => query.whereRaw(LACKS_PRESET, [lacksPreset!]))
}

const LACKS_PRESET = `not exists (
  select from renditions
  join preset_versions on preset_versions.id = renditions.preset_version_id
  join presets on presets.id = preset_versions.preset_id
  where renditions.video_id = videos.id and presets.name = ?)`

function named(query: ReturnType<typeof Video.query>, search: string) {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  return query.whereILike('title', pattern).orWhereILike('original_name', pattern)
}
