import { rm } from 'node:fs/promises'
import { parse } from 'node:path'
import type { Readable } from 'node:stream'
import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import Video from '#videos/video'
import { recordAudit } from '#accounts/audit'
import { probe } from '#media/probe/probe'
import { MediaError } from '#media/errors'
import { MediaStore } from '#storage/media_store'
import { originalKey } from '#storage/keys'
import { IntakeLimits } from '#videos/intake_limits'
import { VideoRefused } from '#videos/errors'
import { videoFacts } from '#videos/video_facts'
import { receiveFile, type ReceivedFile } from '#videos/receive_file'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Actor } from '#accounts/actor'
import type { MediaInfo } from '#media/probe/media_info'

export interface NewVideo {
  content: Readable
  /** The sender's name for the file. */
  originalName: string
  /** Null: made from the name. */
  title: string | null
  by: Actor
  /** Done in the transaction that makes the record: either both stand or neither. */
  alongside?: (video: Video, trx: TransactionClientContract) => Promise<void>
}

/**
 * Takes a file in: receives, looks at what it really is, keeps it and makes its record.
 *
 * @throws VideoRefused, VideoTooLarge, UploadIncomplete; nothing is left behind then
 */
@inject()
export default class IngestVideo {
  constructor(
    private store: MediaStore,
    private limits: IntakeLimits
  ) {}

  async handle(upload: NewVideo): Promise<Video> {
    const path = await this.store.newIncomingPath()
    try {
      const name = upload.originalName
      const file = await receiveFile(upload.content, {
        path,
        name,
        maxSizeBytes: this.limits.maxSizeBytes,
      })
      const info = await this.#look(file, name)
      return await this.#keep(file, info, upload)
    } finally {
      await rm(path, { force: true })
    }
  }

  async #look(file: ReceivedFile, name: string): Promise<MediaInfo> {
    const { binaries, probe: limits } = this.limits
    return probe(file.path, { binaries, limits }).catch((error) => {
      const isOurFault = !(error instanceof MediaError) || error.code === 'FFMPEG_MISSING'
      throw isOurFault ? error : new VideoRefused(name, error)
    })
  }

  async #keep(file: ReceivedFile, info: MediaInfo, upload: NewVideo): Promise<Video> {
    const key = originalKey(extensionOf(info.container))
    await this.store.keep(file.path, key)
    try {
      return await this.#record({ file, info, upload, key })
    } catch (error) {
      await this.store.remove(key)
      throw error
    }
  }

  async #record(of: { file: ReceivedFile; info: MediaInfo; upload: NewVideo; key: string }) {
    const { file, info, upload, key } = of
    return db.transaction(async (trx) => {
      const video = await Video.create(
        {
          title: upload.title?.trim() || titleOf(upload.originalName),
          originalName: upload.originalName,
          originalKey: key,
          sizeBytes: file.sizeBytes,
          sha256: file.sha256,
          status: 'pending',
          uploadedBy: upload.by.userId,
          ...videoFacts(info),
        },
        { client: trx }
      )
      const subject = { type: 'video', id: video.id }
      await recordAudit({ by: upload.by, action: 'video.added', subject }, trx)
      await upload.alongside?.(video, trx)
      return video
    })
  }
}

/** ffprobe names a family of containers ("mov,mp4,m4a,..."): the first tells enough. */
function extensionOf(container: string): string {
  const family = container.split(',')
  if (family.includes('mp4')) return 'mp4'
  if (family.includes('matroska')) return 'mkv'
  return family[0].replace(/[^a-z0-9]/gi, '') || 'bin'
}

function titleOf(name: string): string {
  return (
    parse(name)
      .name.replace(/\p{Cc}+/gu, ' ')
      .trim() || 'Untitled'
  )
}
