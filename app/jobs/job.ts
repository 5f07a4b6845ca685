import { DateTime } from 'luxon'
import { v7 as uuidv7 } from 'uuid'
import { BaseModel, beforeCreate, belongsTo, column, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import Attempt from '#jobs/attempt'
import Video from '#videos/video'
import PresetVersion from '#presets/preset_version'
import { OPERATIONS } from '#media/operations/operations'
import type { EncodePlan } from '#media/plan/encode_plan'
import type { MediaWarning } from '#media/probe/media_info'
import type { Recipe } from '#media/recipe/recipe'
import type { JobForecast } from '#jobs/forecast/job_forecast'
import type { JobPhase, JobStatus } from '#jobs/job_state'
import type { Lane } from '#jobs/lanes/lane'

/** One request to do one operation to one video, with the preset version that it was asked with. */
export default class Job extends BaseModel {
  static selfAssignPrimaryKey = true

  /** UUIDv7: sorts by time of creation. */
  @column({ isPrimary: true })
  declare id: string

  @column()
  declare videoId: number

  /** `transcode` with a preset, or an operation with parameters of its own. */
  @column()
  declare operation: string

  /** Null where the job has a recipe of its own. */
  @column()
  declare presetVersionId: number | null

  @column({ prepare: (parameters: unknown) => JSON.stringify(parameters ?? {}) })
  declare parameters: Record<string, unknown>

  /** Made from the parameters; null where the preset version says what to do. */
  @column({ prepare: (recipe: Recipe | null) => recipe && JSON.stringify(recipe) })
  declare recipe: Recipe | null

  @column()
  declare batchId: number | null

  @column()
  declare status: JobStatus

  @column()
  declare lane: Lane

  /** Only workers that have all of these take it; sorted. */
  @column()
  declare workerTags: string[]

  /** Only workers that understand it take it; see payload_version.ts. */
  @column()
  declare payloadVersion: number

  /** -100 to 100; 0 unless somebody says otherwise. */
  @column()
  declare priority: number

  /** Who takes turns with whom; see fair_place.ts. */
  @column()
  declare fairGroup: string

  /** Its turn in the lane before priority counts; the database keeps `rank` from both. */
  @column()
  declare place: number

  /** Waits until its batch is let go on. */
  @column()
  declare isHeld: boolean

  /** What the running attempt does; null before and after. */
  @column()
  declare phase: JobPhase | null

  /** 0..1 of the whole job: how far any attempt came since the job was asked for. Never falls. */
  @column()
  declare progress: number

  /** 0..1: how far the last attempt came. */
  @column()
  declare attemptProgress: number

  @column()
  declare plan: EncodePlan | null

  /** What people should know of what was published; empty before. */
  @column({ prepare: (warnings?: MediaWarning[]) => JSON.stringify(warnings ?? []) })
  declare warnings: MediaWarning[]

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

  /** Somebody asked that it stand still; null again when it may go on. Outlives the attempt. */
  @column.dateTime()
  declare pauseRequestedAt: DateTime | null

  @column()
  declare pauseRequestedBy: string | null

  /** Since when it stands still: its worker stopped it, or it waits and nobody takes it. */
  @column.dateTime()
  declare pausedAt: DateTime | null

  /** Somebody decided that this failure needs no more attention. */
  @column.dateTime()
  declare dismissedAt: DateTime | null

  @column()
  declare dismissedBy: string | null

  @column()
  declare requestedBy: number | null

  @column()
  declare requestedVia: string

  /** Of the request that asked, as its lines in the log carry it; null: none did. */
  @column({ serializeAs: null })
  declare requestId: string | null

  /** The span in which it was asked for, as the W3C words it; null: none was kept. */
  @column({ serializeAs: null })
  declare traceParent: string | null

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

  /** Where forecastJobs put it. */
  forecast?: JobForecast

  @hasMany(() => Attempt)
  declare attempts: HasMany<typeof Attempt>

  @belongsTo(() => Video)
  declare video: BelongsTo<typeof Video>

  @belongsTo(() => PresetVersion)
  declare presetVersion: BelongsTo<typeof PresetVersion>

  /** Somebody paused it, and it stands still or does so in a moment. */
  get isPaused(): boolean {
    return this.pauseRequestedAt !== null
  }

  /** What the job is to make. Load presetVersion. */
  get wantedRecipe(): Recipe {
    return this.recipe ?? this.presetVersion.recipe
  }

  /** What people type for the work: the preset's name, else the operation. Load presetVersion.preset. */
  get workName(): string {
    return this.presetVersion?.preset.name ?? this.operation
  }

  /** What people read for it. Load presetVersion.preset. */
  get workTitle(): string {
    return (
      this.presetVersion?.preset.title ?? OPERATIONS.get(this.operation)?.title ?? this.operation
    )
  }

  @beforeCreate()
  static assignId(job: Job) {
    job.id ??= uuidv7()
  }
}
