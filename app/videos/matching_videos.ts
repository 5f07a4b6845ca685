import { DateTime } from 'luxon'
import Video from '#videos/video'
import { readTime } from '#videos/said_time'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Metadata } from '#videos/clean_metadata'
import type { VideoStatus } from '#videos/video_status'

/** Which videos are meant; what is left out does not narrow, except that archived ones have to be asked for. */
export interface VideoFilter {
  ids?: number[]
  status?: VideoStatus
  /** Part of the title or of the file's name, in any case. */
  search?: string
  tag?: string
  /** Taken in at least so many days ago. */
  olderThanDays?: number
  /** Name of a preset that the video has no rendition of, in any version. */
  lacksPreset?: string
  /** Of the pictures, as ffprobe names it. */
  codec?: string
  minSizeBytes?: number
  maxSizeBytes?: number
  minDurationS?: number
  maxDurationS?: number
  /** The first and the last day of taking in, both included, as ISO dates; or moments, the second not included. UTC. */
  addedFrom?: string
  addedTo?: string
  /** Each of these values stands under its name. */
  metadata?: Metadata
  /** Id of the user. */
  uploadedBy?: number
  /** Left out: those that are not archived. */
  archived?: 'only' | 'any'
}

type Query = ModelQueryBuilderContract<typeof Video, Video>

/** A query for the videos that match, in no order; those that are being deleted never do. */
export function matchingVideos(filter: VideoFilter, trx?: TransactionClientContract) {
  const { ids, status, archived, lacksPreset } = filter
  return Video.query({ client: trx })
    .whereNull('videos.deletion_requested_at')
    .if(!archived, (query) => query.whereNull('videos.archived_at'))
    .if(archived === 'only', (query) => query.whereNotNull('videos.archived_at'))
    .if(ids, (query) => query.whereRaw('videos.id = any(?::int[])', [ids!]))
    .if(status, (query) => query.where('videos.status', status!))
    .if(lacksPreset, (query) => query.whereRaw(LACKS_PRESET, [lacksPreset!]))
    .where((query) => named(query, filter))
    .where((query) => measured(query, filter))
    .where((query) => takenIn(query, filter))
}

const LACKS_PRESET = `not exists (
  select from renditions
  join preset_versions on preset_versions.id = renditions.preset_version_id
  join presets on presets.id = preset_versions.preset_id
  where renditions.video_id = videos.id and presets.name = ?)`

/** The first part is for the planner: the index leaves out those without any. */
const HAS_METADATA = `metadata <> '{}' and metadata @> ?::jsonb`

/** By what people call them. */
function named(query: Query, { search, tag, metadata }: VideoFilter) {
  const pattern = search && `%${search.replace(/[\\%_]/g, '\\$&')}%`
  query
    .if(search, (some) =>
      some.where((any) => any.whereILike('title', pattern!).orWhereILike('original_name', pattern!))
    )
    .if(tag, (some) => some.whereRaw('tags @> array[?]', [tag!]))
    .if(metadata, (some) => some.whereRaw(HAS_METADATA, [JSON.stringify(metadata)]))
}

function measured(query: Query, filter: VideoFilter) {
  const { codec, minSizeBytes, maxSizeBytes, minDurationS, maxDurationS } = filter
  query
    .if(codec, (some) => some.where('video_codec', codec!))
    .if(minSizeBytes !== undefined, (some) => some.where('size_bytes', '>=', minSizeBytes!))
    .if(maxSizeBytes !== undefined, (some) => some.where('size_bytes', '<=', maxSizeBytes!))
    .if(minDurationS !== undefined, (some) => some.where('duration_s', '>=', minDurationS!))
    .if(maxDurationS !== undefined, (some) => some.where('duration_s', '<=', maxDurationS!))
}

function takenIn(query: Query, { olderThanDays, addedFrom, addedTo, uploadedBy }: VideoFilter) {
  const from = addedFrom && readTime(addedFrom)?.from
  const before = addedTo && readTime(addedTo)?.before
  query
    .if(olderThanDays !== undefined, (some) =>
      some.where('videos.created_at', '<', DateTime.now().minus({ days: olderThanDays }).toSQL())
    )
    .if(from, (some) => some.where('videos.created_at', '>=', from!))
    .if(before, (some) => some.where('videos.created_at', '<', before!))
    .if(uploadedBy, (some) => some.where('uploaded_by', uploadedBy!))
}
