import { DateTime } from 'luxon'
import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { RenditionProof } from '#media/verify'

/** One published output file, with the proof that it is whole. */
export default class Rendition extends BaseModel {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare videoId: number

  @column()
  declare jobId: string | null

  @column()
  declare attemptId: number | null

  @column()
  declare presetVersionId: number

  /** Unique for its video, such as `medium`. */
  @column()
  declare name: string

  @column()
  declare fileKey: string

  @column()
  declare mimeType: string

  @column()
  declare sizeBytes: number

  @column({ columnName: 'sha256' })
  declare sha256: string

  @column()
  declare durationS: number

  @column()
  declare width: number | null

  @column()
  declare height: number | null

  @column()
  declare bitRate: number | null

  @column()
  declare videoCodec: string | null

  @column()
  declare audioCodec: string | null

  @column()
  declare decision: 'copy' | 'remux' | 'encode'

  /** Why it was made that way, in words. */
  @column()
  declare reason: string

  @column({ prepare: (proof: RenditionProof) => JSON.stringify(proof) })
  declare proof: RenditionProof

  @column.dateTime({ autoCreate: true })
  declare createdAt: DateTime
}
