import { DateTime } from 'luxon'
import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { MissedPolicy } from '#scheduling/missed_policy'
import type { ScheduleAction } from '#scheduling/parameters'

/** What is started when: a cron, read in a time zone, and an action with its parameters. */
export default class Schedule extends BaseModel {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare name: string

  /** Five fields, or six beginning with seconds. */
  @column()
  declare cron: string

  /** IANA name, such as `Europe/Berlin`. */
  @column()
  declare timeZone: string

  @column()
  declare action: ScheduleAction

  @column({ prepare: (parameters: unknown) => JSON.stringify(parameters) })
  declare parameters: Record<string, unknown>

  @column()
  declare isEnabled: boolean

  /** What becomes of due times that no scheduler saw. */
  @column()
  declare missedPolicy: MissedPolicy

  /** Null while it is disabled. */
  @column.dateTime()
  declare nextDueAt: DateTime | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime
}
