import { DateTime } from 'luxon'
import { BaseModel, column } from '@adonisjs/lucid/orm'

/** A picture that jobs lay over videos. It never changes: other bytes are another watermark. */
export default class Watermark extends BaseModel {
  static selfAssignPrimaryKey = true

  /** UUIDv7. */
  @column({ isPrimary: true })
  declare id: string

  /** What people type; no two share one, whatever their case. */
  @column()
  declare name: string

  @column()
  declare key: string

  @column({ columnName: 'sha256' })
  declare sha256: string

  /** Pixels. */
  @column()
  declare width: number

  @column()
  declare height: number

  @column()
  declare sizeBytes: number

  @column()
  declare mimeType: string

  @column()
  declare uploadedBy: number | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime
}
