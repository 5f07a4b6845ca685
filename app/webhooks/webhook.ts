import { DateTime } from 'luxon'
import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { EventType } from '#events/event_types'

/** Somebody else's address that is told of events. */
export default class Webhook extends BaseModel {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare url: string

  @column()
  declare description: string

  /** `*` alone: all, also those that are added later. */
  @column()
  declare eventTypes: (EventType | '*')[]

  /** Encrypted: see webhook_secret.ts. */
  @column({ serializeAs: null })
  declare secret: string

  /** Signs besides the new one until `formerSecretUntil`. */
  @column({ serializeAs: null })
  declare formerSecret: string | null

  @column.dateTime()
  declare formerSecretUntil: DateTime | null

  @column()
  declare isEnabled: boolean

  /** Since when nothing was delivered though it was tried; null: the last try was good. */
  @column.dateTime()
  declare failingSince: DateTime | null

  /** Failed tries since then. */
  @column()
  declare failureCount: number

  /** When Mediakeep turned it off by itself. */
  @column.dateTime()
  declare stoppedAt: DateTime | null

  @column()
  declare stopReason: string | null

  @column()
  declare createdBy: number | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  get state(): 'working' | 'failing' | 'stopped' | 'off' {
    if (this.stoppedAt) return 'stopped'
    if (!this.isEnabled) return 'off'
    return this.failingSince ? 'failing' : 'working'
  }
}
