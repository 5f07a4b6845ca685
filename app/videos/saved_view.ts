import { DateTime } from 'luxon'
import { BaseModel, column } from '@adonisjs/lucid/orm'

/** A filter of the Videos page that somebody keeps under a name, for themselves alone. */
export default class SavedView extends BaseModel {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare userId: number

  @column()
  declare name: string

  /** As it stands in the address behind the question mark. */
  @column()
  declare query: string

  /** Shown where the page is opened without any filter. */
  @column()
  declare isDefault: boolean

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime
}
