import { DateTime } from 'luxon'
import { BaseModel, column, hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import Rendition from '#videos/rendition'
import type { MediaInfo } from '#media/media_info'
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

  @column()
  declare container: string

  @column()
  declare durationS: number

  /** As shown: after rotation and pixel aspect. */
  @column()
  declare width: number

  @column()
  declare height: number

  @column()
  declare frameRate: number | null

  @column()
  declare bitRate: number | null

  @column()
  declare videoCodec: string

  @column()
  declare audioCodec: string | null

  @column()
  declare hasAudio: boolean

  @column({ prepare: (info: MediaInfo) => JSON.stringify(info) })
  declare mediaInfo: MediaInfo

  @column()
  declare posterKey: string | null

  @column()
  declare uploadedBy: number | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @hasMany(() => Rendition)
  declare renditions: HasMany<typeof Rendition>
}
