import { DateTime } from 'luxon'
import { BaseModel, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import PresetVersion from '#presets/preset_version'
import type { VideoFilter } from '#videos/matching_videos'

/** What the caller asked for; kept to be told, and to know the same request again. */
export interface BatchSelection extends VideoFilter {
  maxVideos: number | null
}

/** The jobs that one request started. */
export default class Batch extends BaseModel {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare presetVersionId: number

  @column({ prepare: (filter: unknown) => JSON.stringify(filter) })
  declare filter: BatchSelection

  /** All that was asked for, to know the same request again by its key; null for batches of before. */
  @column({ prepare: (request: unknown) => request && JSON.stringify(request) })
  declare request: Record<string, unknown> | null

  @column()
  declare jobCount: number

  /** The caller's own name for the request: the same twice is one batch. */
  @column()
  declare idempotencyKey: string | null

  /** So many jobs run first; the others are held until one of them completed. 0: none. */
  @column()
  declare canarySize: number

  /** So many failures of one cause in a row pause the batch. */
  @column()
  declare pauseAfterFailures: number

  /** When the jobs behind the canary were let go. */
  @column.dateTime()
  declare releasedAt: DateTime | null

  @column.dateTime()
  declare pausedAt: DateTime | null

  @column()
  declare pausedBy: string | null

  @column()
  declare pauseReason: string | null

  /** Failures before this time were looked at by whoever resumed the batch. */
  @column.dateTime()
  declare resumedAt: DateTime | null

  @column.dateTime()
  declare cancelledAt: DateTime | null

  @column()
  declare cancelledBy: string | null

  /** When its last job ended; null again when one of them is retried. */
  @column.dateTime()
  declare finishedAt: DateTime | null

  @column()
  declare createdBy: number | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @belongsTo(() => PresetVersion)
  declare presetVersion: BelongsTo<typeof PresetVersion>

  get state(): 'canary' | 'running' | 'paused' | 'cancelled' | 'finished' {
    if (this.cancelledAt) return 'cancelled'
    if (this.finishedAt) return 'finished'
    if (this.pausedAt) return 'paused'
    return this.releasedAt ? 'running' : 'canary'
  }
}
