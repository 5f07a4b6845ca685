import { DateTime } from 'luxon'
import { BaseModel, column } from '@adonisjs/lucid/orm'

export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed', 'dismissed'] as const
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number]

/** One event for one webhook, until it was taken or given up. */
export default class Delivery extends BaseModel {
  static table = 'webhook_deliveries'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare webhookId: number

  @column()
  declare eventId: number

  /** What is sent in order, such as `video:7`. */
  @column()
  declare line: string

  @column()
  declare status: DeliveryStatus

  @column()
  declare attemptCount: number

  /** Since it was asked for; a replay asks anew. */
  @column()
  declare failedTries: number

  @column.dateTime()
  declare nextTryAt: DateTime

  /** No try is begun that could only come after this. */
  @column.dateTime()
  declare giveUpAt: DateTime

  /** Somebody is sending it until then. */
  @column.dateTime()
  declare leaseExpiresAt: DateTime | null

  @column.dateTime()
  declare createdAt: DateTime

  @column.dateTime()
  declare finishedAt: DateTime | null
}
