import { DateTime } from 'luxon'
import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { AttemptStatus } from '#jobs/job_state'

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

  @column()
  declare cpuS: number | null

  @column()
  declare wallMs: number | null

  @column()
  declare peakMemoryBytes: number | null

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
