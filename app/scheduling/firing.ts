import { DateTime } from 'luxon'
import { BaseModel, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import Schedule from '#scheduling/schedule'
import type { FiringDetails } from '#scheduling/action'

export const FIRING_STATUSES = ['pending', 'running', 'completed', 'failed', 'skipped'] as const
export type FiringStatus = (typeof FIRING_STATUSES)[number]

/** One due time of a schedule and what came of it; there is never a second for the same time. */
export default class Firing extends BaseModel {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare scheduleId: number

  @column.dateTime()
  declare dueAt: DateTime

  /** Somebody asked for it; no due time had come. */
  @column()
  declare isManual: boolean

  @column()
  declare status: FiringStatus

  /** What it did or why it failed, as a sentence; null until it ended. */
  @column()
  declare result: string | null

  /** What is odd about its due time, as a sentence, such as how many others it stands for. */
  @column()
  declare note: string | null

  /** What it did, for programs and pages. */
  @column({ prepare: (details?: FiringDetails) => JSON.stringify(details ?? {}) })
  declare details: FiringDetails

  /** While it runs: from then on its scheduler counts as dead. */
  @column.dateTime()
  declare leaseExpiresAt: DateTime | null

  @column.dateTime()
  declare startedAt: DateTime | null

  @column.dateTime()
  declare finishedAt: DateTime | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @belongsTo(() => Schedule)
  declare schedule: BelongsTo<typeof Schedule>
}
