import { DateTime } from 'luxon'
import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { VideoStatus } from '#videos/video_status'

/** The jobs that one request started. */
export default class Batch extends BaseModel {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare presetVersionId: number

  @column({ prepare: (filter: unknown) => JSON.stringify(filter) })
  declare filter: { status: VideoStatus; maxVideos: number | null }

  @column()
  declare jobCount: number

  @column()
  declare createdBy: number | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime
}
