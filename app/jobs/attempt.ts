import { DateTime } from 'luxon'
import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { Usage } from '#jobs/usage_curve'
import type { AttemptStatus, JobPhase } from '#jobs/job_state'

/** One try at a job by one worker, and what it cost. */
export default class Attempt extends BaseModel {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare jobId: string

  /** 1 for the first. */
  @column()
  declare number: number

  @column()
  declare leaseToken: number

  @column()
  declare workerId: string

  @column()
  declare status: AttemptStatus

  /** The exact command, program first; null where none was run. */
  @column({ prepare: (argv: string[] | null) => argv && JSON.stringify(argv) })
  declare argv: string[] | null

  /** What ffmpeg said: its first and last 64 KiB. */
  @column()
  declare log: string

  @column()
  declare processId: number | null

  /** Tells that process from a later one of the same id; see process_birth.ts. */
  @column()
  declare processBornAt: string | null

  /** The machine that it runs on, or ran. */
  @column()
  declare hostName: string | null

  /** Scratch that it may need at the most, kept free of others while it runs. */
  @column()
  declare reservedBytes: number | null

  /** What it made in scratch, at the most. */
  @column()
  declare scratchBytes: number | null

  @column()
  declare cpuS: number | null

  @column()
  declare wallMs: number | null

  @column()
  declare peakMemoryBytes: number | null

  /** Exit code of its encoder, or the signal that ended it; null where none ran to an end. */
  @column()
  declare exit: string | null

  /** Seconds of the result for each second of encoding; null where nothing came out. */
  @column()
  declare speed: number | null

  /** Milliseconds in each phase; null while it runs. */
  @column({ prepare: (timings: object | null) => timings && JSON.stringify(timings) })
  declare timings: Partial<Record<JobPhase, number>> | null

  /** Of its encode; grows while that runs. Null where it took less than a moment. */
  @column({ prepare: (usage: object | null) => usage && JSON.stringify(usage) })
  declare usage: Usage | null

  @column()
  declare cause: string | null

  @column()
  declare message: string | null

  /** The lines that show the cause. */
  @column()
  declare evidence: string | null

  @column.dateTime({ autoCreate: true })
  declare startedAt: DateTime

  @column.dateTime()
  declare finishedAt: DateTime | null
}
