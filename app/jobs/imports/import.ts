import { DateTime } from 'luxon'
import { v7 as uuidv7 } from 'uuid'
import { BaseModel, beforeCreate, column } from '@adonisjs/lucid/orm'
import type { Actor } from '#accounts/actor'
import type { DuplicatePolicy } from '#videos/same_bytes'

export const IMPORT_STATUSES = [
  'waiting',
  'downloading',
  'examining',
  'completed',
  'failed',
  'cancelled',
] as const
export type ImportStatus = (typeof IMPORT_STATUSES)[number]

/** A file that Mediakeep fetches itself; its row is the truth about it. */
export default class Import extends BaseModel {
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare source: 'url' | 'path'

  /** The address, or the path on this server. It may hold a secret: for operators alone. */
  @column()
  declare address: string

  /** Null: made from the name. */
  @column()
  declare title: string | null

  @column()
  declare tags: string[]

  /** Started once it is a video; several with bars between them are tried in turn. Null: it is only kept. */
  @column()
  declare preset: string | null

  @column()
  declare priority: number

  @column()
  declare duplicate: DuplicatePolicy

  @column({ prepare: (by: Actor) => JSON.stringify(by) })
  declare requestedBy: Actor

  @column()
  declare status: ImportStatus

  /** What the other side calls it; null until it answered. */
  @column()
  declare originalName: string | null

  @column()
  declare receivedBytes: number

  /** Null: not told. */
  @column()
  declare totalBytes: number | null

  /** Over the last seconds; null where it does not run. */
  @column()
  declare bytesPerS: number | null

  /** What has arrived of it, on the machine that fetched it. */
  @column()
  declare partPath: string | null

  /** By which the rest may be asked for. */
  @column()
  declare validator: string | null

  @column()
  declare videoId: number | null

  /** The video that had the same bytes before. */
  @column()
  declare duplicateOf: number | null

  /** Of the last failure, also while it is tried again. */
  @column()
  declare errorCode: string | null

  @column()
  declare errorMessage: string | null

  /** What people should know though it was taken. */
  @column()
  declare note: string | null

  @column()
  declare failureCount: number

  /** It is not begun before. */
  @column.dateTime()
  declare dueAt: DateTime

  /** Rises with every claim. */
  @column()
  declare leaseToken: number

  @column.dateTime()
  declare leaseExpiresAt: DateTime | null

  @column()
  declare cancelledBy: string | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  @column.dateTime()
  declare startedAt: DateTime | null

  @column.dateTime()
  declare finishedAt: DateTime | null

  @beforeCreate()
  static giveId(row: Import) {
    row.id = uuidv7()
  }

  /** 0..1; null where the size is not told. */
  get progress(): number | null {
    if (this.status === 'completed') return 1
    return this.totalBytes ? Math.min(1, this.receivedBytes / this.totalBytes) : null
  }

  /** The name that people know it by. */
  get name(): string {
    const [, last] = /([^/]+)\/*$/.exec(shortened(this.address)) ?? []
    return this.originalName ?? this.title ?? last ?? this.address
  }
}

/** Without what stands behind a question mark, which may be a secret. */
export function shortened(address: string): string {
  const [place] = address.split('?')
  return place.length > 120 ? `${place.slice(0, 119)}…` : place
}
