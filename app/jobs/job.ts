import { DateTime } from 'luxon'
import { v7 as uuidv7 } from 'uuid'
import { BaseModel, beforeCreate, belongsTo, column, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import Attempt from '#jobs/attempt'
import Video from '#videos/video'
import PresetVersion from '#presets/preset_version'
import type { EncodePlan } from '#media/encode_plan'
import type { JobPhase, JobStatus } from '#jobs/job_state'

/** One request to do one operation to one video, with the preset version that it was asked with. */
export default class Job extends BaseModel {
  static selfAssignPrimaryKey = true

  /** UUIDv7: sorts by time of creation. */
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare videoId: number

  @column()
  declare operation: 'transcode'

  @column()
  declare presetVersionId: number

  @column()
  declare batchId: number | null

  @column()
  declare status: JobStatus

  /** What the running attempt does; null before and after. */
  @column()
  declare phase: JobPhase | null

  /** 0..1 of the whole job. */
  @column()
  declare progress: number

  @column()
  declare plan: EncodePlan | null

  /** Attempts begun, whatever came of them. */
  @column()
  declare attemptCount: number

  /** Attempts that failed by themselves since the last request; lost workers count apart. */
  @column()
  declare failureCount: number

  @column()
  declare lostCount: number

  /** Code of the last failure, also while the job waits for its next attempt. */
  @column()
  declare failureCause: string | null

  @column()
  declare failureMessage: string | null

  /** Not before this time: later than now while a retry waits. */
  @column.dateTime()
  declare dueAt: DateTime

  @column()
  declare reminderId: string | null

  @column.dateTime()
  declare remindedAt: DateTime | null

  /** Fencing token: rises with every claim; whoever writes with an older one writes nothing. */
  @column()
  declare leaseToken: number

  @column()
  declare leaseOwner: string | null

  @column.dateTime()
  declare leaseExpiresAt: DateTime | null

  @column.dateTime()
  declare cancelRequestedAt: DateTime | null

  @column()
  declare cancelledBy: string | null

  @column()
  declare requestedBy: number | null

  @column()
  declare requestedVia: string

  @column.dateTime()
  declare queuedAt: DateTime

  @column.dateTime()
  declare startedAt: DateTime | null

  @column.dateTime()
  declare finishedAt: DateTime | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime({ autoCreate: true, autoUpdate: true })
  declare updatedAt: DateTime

  @hasMany(() => Attempt)
  declare attempts: HasMany<typeof Attempt>

  @belongsTo(() => Video)
  declare video: BelongsTo<typeof Video>

  @belongsTo(() => PresetVersion)
  declare presetVersion: BelongsTo<typeof PresetVersion>

  @beforeCreate()
  static assignId(job: Job) {
    job.id ??= uuidv7()
  }
}
