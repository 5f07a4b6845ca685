import { DateTime } from 'luxon'
import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { RenditionProof } from '#media/verify/verify'
import type { RenditionFile, RenditionKind } from '#videos/rendition_file'

/** What was published under one name, of one file or several, with the proof that it is whole. */
export default class Rendition extends BaseModel {
  @column({ isPrimary: true })
  declare id: number

  @column()
  declare videoId: number

  @column()
  declare jobId: string | null

  @column()
  declare attemptId: number | null

  /** Null where an operation made it. */
  @column()
  declare presetVersionId: number | null

  /** Unique for its video, such as `medium`. */
  @column()
  declare name: string

  @column()
  declare kind: RenditionKind

  /** Of the file that players open first. */
  @column()
  declare fileKey: string

  /** Every file, that one first. */
  @column({ prepare: (files?: RenditionFile[]) => JSON.stringify(files ?? []) })
  declare files: RenditionFile[]

  @column()
  declare mimeType: string

  /** Of all files together. */
  @column()
  declare sizeBytes: number

  /** Of the file that players open first. */
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
