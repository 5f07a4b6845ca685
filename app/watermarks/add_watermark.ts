import { rm } from 'node:fs/promises'
import { parse } from 'node:path'
import type { Readable } from 'node:stream'
import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import { v7 as uuidv7 } from 'uuid'
import Watermark from '#watermarks/watermark'
import { recordAudit } from '#accounts/audit'
import { PictureRefused, probePicture, type PictureInfo } from '#media/probe/probe_picture'
import { watermarkKey } from '#storage/keys'
import { MediaStore } from '#storage/media_store'
import { IntakeLimits } from '#videos/intake_limits'
import { VideoTooLarge } from '#videos/errors'
import { receiveFile, type ReceivedFile } from '#videos/receive_file'
import { WatermarkNameInvalid, WatermarkNameTaken } from '#watermarks/errors'
import { WatermarkRefused, WatermarkTooLarge } from '#watermarks/errors'
import { watermarkNamed } from '#watermarks/find_watermark'
import { MAX_NAME_LENGTH, MAX_PICTURE_BYTES, PICTURE_LIMITS } from '#watermarks/picture_limits'
import type { Actor } from '#accounts/actor'

export interface NewWatermark {
  content: Readable
  /** The sender's name for the file. */
  originalName: string
  /** Null: made from the file's name. */
  name: string | null
  by: Actor
}

export interface AddedWatermark {
  watermark: Watermark
  /** False where the same bytes were here already. */
  isNew: boolean
}

/**
 * Takes a picture in. The same bytes again are the same watermark, under the name that it has.
 *
 * @throws WatermarkRefused, WatermarkTooLarge, WatermarkNameInvalid, WatermarkNameTaken, UploadIncomplete;
 * nothing is left behind then
 */
@inject()
export default class AddWatermark {
  constructor(
    private store: MediaStore,
    private limits: IntakeLimits
  ) {}

  async handle(upload: NewWatermark): Promise<AddedWatermark> {
    const path = await this.store.newIncomingPath()
    try {
      const file = await receive(upload, path)
      const known = await Watermark.findBy('sha256', file.sha256)
      if (known) return { watermark: known, isNew: false }
      const picture = await this.#look(path, upload.originalName)
      return await this.#keep(file, picture, upload)
    } finally {
      await rm(path, { force: true })
    }
  }

  async #look(path: string, fileName: string): Promise<PictureInfo> {
    const { binaries } = this.limits
    return probePicture(path, { binaries, limits: PICTURE_LIMITS }).catch((error) => {
      throw error instanceof PictureRefused ? new WatermarkRefused(fileName, error.message) : error
    })
  }

  async #keep(file: ReceivedFile, picture: PictureInfo, upload: NewWatermark) {
    const id = uuidv7()
    const row = { id, key: watermarkKey(id, picture.kind), name: await freeName(upload) }
    await this.store.keep(file.path, row.key)
    try {
      const { width, height, kind } = picture
      const { sizeBytes, sha256 } = file
      const what = { ...row, width, height, sizeBytes, sha256, mimeType: `image/${kind}` }
      return { watermark: await record(what, upload.by), isNew: true }
    } catch (error) {
      await this.store.remove(row.key)
      return this.#orTheSame(error, file, row.name)
    }
  }

  /** Somebody sent the same bytes, or took the name, in the same moment. */
  async #orTheSame(error: unknown, { sha256 }: ReceivedFile, name: string) {
    if ((error as { code?: string }).code !== '23505') throw error
    const watermark = await Watermark.findBy('sha256', sha256)
    if (!watermark) throw new WatermarkNameTaken(name)
    return { watermark, isNew: false }
  }
}

async function receive({ content, originalName: name }: NewWatermark, path: string) {
  const maxSizeBytes = MAX_PICTURE_BYTES
  return receiveFile(content, { path, name, maxSizeBytes }).catch((error) => {
    throw error instanceof VideoTooLarge ? new WatermarkTooLarge(name, maxSizeBytes) : error
  })
}

async function freeName({ name, originalName }: NewWatermark): Promise<string> {
  const wanted = plain(name ?? '') || fromFile(originalName)
  const length = [...wanted].length
  if (length === 0 || length > MAX_NAME_LENGTH) throw new WatermarkNameInvalid(wanted)
  if (await watermarkNamed(wanted)) throw new WatermarkNameTaken(wanted)
  return wanted
}

function fromFile(fileName: string): string {
  return [...plain(parse(fileName).name)].slice(0, MAX_NAME_LENGTH).join('').trim() || 'Watermark'
}

function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}

function record(row: Partial<Watermark>, by: Actor): Promise<Watermark> {
  return db.transaction(async (trx) => {
    const watermark = await Watermark.create({ ...row, uploadedBy: by.userId }, { client: trx })
    const subject = { type: 'watermark', id: watermark.id }
    const details = { name: watermark.name }
    await recordAudit({ by, action: 'watermark.added', subject, details }, trx)
    return watermark
  })
}
