import { DateTime } from 'luxon'
import { BaseModel, column } from '@adonisjs/lucid/orm'

/** One try at a delivery, and what came of it. */
export default class DeliveryAttempt extends BaseModel {
  static table = 'webhook_attempts'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare deliveryId: number

  @column()
  declare number: number

  @column()
  declare requestHeaders: Record<string, string>

  /** Null where there was no answer. */
  @column()
  declare status: number | null

  @column()
  declare responseHeaders: Record<string, string> | null

  /** As much of it as is kept. */
  @column()
  declare responseBody: string | null

  @column()
  declare isBodyCut: boolean

  /** Null where the webhook took it. */
  @column()
  declare errorCode: string | null

  @column()
  declare error: string | null

  /** Null where nobody saw its end. */
  @column()
  declare durationMs: number | null

  @column.dateTime()
  declare createdAt: DateTime
}
