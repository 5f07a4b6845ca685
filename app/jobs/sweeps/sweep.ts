import { DateTime } from 'luxon'
import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { Actor } from '#accounts/actor'
import type { VideoFilter } from '#videos/matching_videos'

/** What can be done to many videos at once; each may be repeated and changes only what is not so yet. */
export const SWEEP_ACTIONS = [
  'tag',
  'untag',
  'archive',
  'unarchive',
  'retry',
  'cancel',
  'delete',
] as const
export type SweepAction = (typeof SWEEP_ACTIONS)[number]

/** One change to many videos, worked through in the background. */
export default class Sweep extends BaseModel {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare action: SweepAction

  /** For tag and untag. */
  @column()
  declare tag: string | null

  /** What was asked for, to be told. */
  @column({ prepare: (filter: VideoFilter) => JSON.stringify(filter) })
  declare filter: VideoFilter

  /** Those that were meant when it was asked for. */
  @column()
  declare videoIds: number[]

  /** So many of them are through. */
  @column()
  declare done: number

  /** So many of those were changed; the others were so already, or are gone. */
  @column()
  declare changed: number

  @column({ prepare: (by: Actor) => JSON.stringify(by) })
  declare requestedBy: Actor

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime()
  declare finishedAt: DateTime | null

  /** Videos in all. */
  get total(): number {
    return this.videoIds.length
  }
}
