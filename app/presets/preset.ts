import { DateTime } from 'luxon'
import { BaseModel, column } from '@adonisjs/lucid/orm'

/** A named recipe; what it says now is its newest version. */
export default class Preset extends BaseModel {
  @column({ isPrimary: true })
  declare id: number

  /** What people type: lower case letters, digits, `_`, `-`. */
  @column()
  declare name: string

  @column()
  declare title: string

  @column()
  declare description: string

  @column()
  declare position: number

  @column.dateTime()
  declare archivedAt: DateTime | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
