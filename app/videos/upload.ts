import { DateTime } from 'luxon'
import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DuplicatePolicy } from '#videos/same_bytes'

/** A file that comes in pieces, which may be broken off and go on later. */
export default class Upload extends BaseModel {
  static table = 'uploads'
  static selfAssignPrimaryKey = true

  /** Hard to guess; part of the address. */
  @column({ isPrimary: true })
  declare id: string

  /** Who may go on with it. */
  @column()
  declare userId: number | null

  @column()
  declare originalName: string

  @column()
  declare sizeBytes: number

  /** Started once it is whole; several with bars between them are tried in turn. Null: it is only kept. */
  @column()
  declare preset: string | null

  /** Null: made from the name. */
  @column()
  declare title: string | null

  /** Of the job that is started. */
  @column()
  declare priority: number

  @column()
  declare duplicate: DuplicatePolicy

  /** The video that had the same bytes before. */
  @column()
  declare duplicateOf: number | null

  /** What it became; null also once that video is deleted. */
  @column()
  declare videoId: number | null

  /** Why it was not taken, in words. */
  @column()
  declare refusal: string | null

  /** The same for programs. */
  @column()
  declare refusalCode: string | null

  /** What its sender should know though it was taken. */
  @column()
  declare note: string | null

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime

  /** When it was taken or refused. */
  @column.dateTime()
  declare finishedAt: DateTime | null
}
