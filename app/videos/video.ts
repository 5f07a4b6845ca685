import { DateTime } from 'luxon'
import { BaseModel, beforeCreate, column, hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import Rendition from '#videos/rendition'
import type { MediaAnalysis } from '#media/analysis/analyse'
import type { HdrKind, MediaInfo, MediaWarning } from '#media/probe/media_info'
import type { Metadata } from '#videos/clean_metadata'
import type { VideoStatus } from '#videos/video_status'

/** The record of one source file and where it is in its life. */
export default class Video extends BaseModel {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare title: string

  /** The name under which it came; shown and offered for download, never used as a path. */
  @column()
  declare originalName: string

  @column()
  declare originalKey: string

  @column()
  declare sizeBytes: number

  @column({ columnName: 'sha256' })
  declare sha256: string

  @column()
  declare status: VideoStatus

  /** Words of people's own, to find and choose videos by; see edit_video.ts. */
  @column()
  declare tags: string[]

  /** What programs keep with it: names with texts; see clean_metadata.ts. */
  @column({ prepare: (metadata?: Metadata) => JSON.stringify(metadata ?? {}) })
  declare metadata: Metadata

  @column()
  declare container: string

  @column()
  declare durationS: number

  /** As shown: after rotation and pixel aspect. Null for sound alone, as all that speaks of pictures. */
  @column()
  declare width: number | null

  @column()
  declare height: number | null

  /** Pictures a second on average, measured. */
  @column()
  declare frameRate: number | null

  /** What the header claims; may be far off. */
  @column()
  declare realFrameRate: number | null

  @column()
  declare isVfr: boolean

  @column()
  declare isInterlaced: boolean

  @column()
  declare hdr: HdrKind | null

  @column()
  declare bitRate: number | null

  @column()
  declare videoCodec: string | null

  @column()
  declare audioCodec: string | null

  @column()
  declare hasAudio: boolean

  @column()
  declare videoBitRate: number | null

  @column()
  declare audioBitRate: number | null

  @column()
  declare audioChannels: number | null

  /** Such as `stereo` or `5.1(side)`. */
  @column()
  declare audioLayout: string | null

  @column()
  declare hasSubtitles: boolean

  @column()
  declare hasCoverArt: boolean

  @column()
  declare hasChapters: boolean

  @column()
  declare hasData: boolean

  /** Codes; the words stand in `mediaInfo.warnings`. */
  @column()
  declare warnings: MediaWarning['code'][]

  @column({ prepare: (info: MediaInfo) => JSON.stringify(info) })
  declare mediaInfo: MediaInfo

  /** Of the probe that saw it; 0: older than versions are counted. */
  @column()
  declare probeVersion: number

  /** Null until a worker has looked at the colours and listened to the sound. */
  @column({ prepare: (analysis: MediaAnalysis | null) => analysis && JSON.stringify(analysis) })
  declare analysis: MediaAnalysis | null

  @column()
  declare posterKey: string | null

  /** Somebody deleted it; it goes as soon as its jobs have stopped. */
  @column.dateTime()
  declare deletionRequestedAt: DateTime | null

  /** Somebody put it away: lists and batches pass it over unless they are asked for it. */
  @column.dateTime()
  declare archivedAt: DateTime | null

  @column()
  declare archivedBy: string | null

  @column()
  declare uploadedBy: number | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @hasMany(() => Rendition)
  declare renditions: HasMany<typeof Rendition>

  @beforeCreate()
  static beginWithoutTags(video: Video) {
    video.tags ??= []
    video.metadata ??= {}
  }
}
