import { rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { parse } from 'node:path'
import type { Readable } from 'node:stream'
import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import pLimit from 'p-limit'
import Video from '#videos/video'
import { recordAudit } from '#accounts/audit'
import { probe } from '#media/probe/probe'
import { MediaError } from '#media/errors'
import { MediaStore } from '#storage/media_store'
import { originalKey } from '#storage/keys'
import { IntakeLimits } from '#videos/intake_limits'
import { VideoDuplicate, VideoRefused } from '#videos/errors'
import { holdBytes, videoOfBytes, type DuplicatePolicy } from '#videos/same_bytes'
import { videoFacts } from '#videos/video_facts'
import { tellVideoTaken } from '#videos/video_taken'
import { linkFile, receiveFile, type ReceivedFile } from '#videos/receive_file'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Actor } from '#accounts/actor'
import type { MediaInfo } from '#media/probe/media_info'

/** Of all that come at once only so many are looked at, so that the time limit of one is not spent waiting for others. */
const looking = pLimit(availableParallelism())

/** What is said of a file that comes in. Read only once its content has ended. */
export interface VideoOrder {
  /** The sender's name for the file. */
  originalName: string
  /** Null: made from the name. */
  title: string | null
  tags?: string[]
  by: Actor
  /** Left out: `allow`. */
  duplicate?: DuplicatePolicy
  /** Done in the transaction that makes the record, or finds it: either both stand or neither. */
  alongside?: (video: Video, trx: TransactionClientContract) => Promise<void>
}

export interface NewVideo extends VideoOrder {
  content: Readable
}

export interface IngestedVideo {
  video: Video
  /** The video that had the same bytes before; of a reused one its own id. */
  duplicateOf: number | null
  /** False: it was here already and was asked to be used again. */
  isNew: boolean
}

/**
 * Takes a file in: receives, looks at what it really is, keeps it and makes its record.
 *
 * @throws VideoRefused, VideoTooLarge, UploadIncomplete, VideoDuplicate; nothing is left behind then
 */
@inject()
export default class IngestVideo {
  constructor(
    private store: MediaStore,
    private limits: IntakeLimits
  ) {}

  async handle(upload: NewVideo): Promise<IngestedVideo> {
    const path = await this.store.newIncomingPath()
    const { originalName: name } = upload
    const { maxSizeBytes } = this.limits
    try {
      return await this.take(
        await receiveFile(upload.content, { path, name, maxSizeBytes }),
        upload
      )
    } finally {
      await rm(path, { force: true })
    }
  }

  /** The same for a file of the store's disk that nobody writes to any more, which stays where it is. */
  async takeFrom(from: string, order: VideoOrder): Promise<IngestedVideo> {
    const path = await this.store.newIncomingPath()
    try {
      return await this.take(await linkFile(from, path), order)
    } finally {
      await rm(path, { force: true })
    }
  }

  /** The same for a file that has arrived already; it is moved, or left where it is refused. */
  async take(file: ReceivedFile, order: VideoOrder): Promise<IngestedVideo> {
    const known = await this.#known(file, order)
    if (known) return known
    const info = await this.#look(file, order.originalName)
    const taken = await this.#keep(file, info, order)
    if (taken.isNew) tellVideoTaken({ sizeBytes: file.sizeBytes })
    return taken
  }

  /** Bytes that are not to be stored twice need no second look either. */
  async #known({ sha256 }: ReceivedFile, order: VideoOrder): Promise<IngestedVideo | null> {
    const mayComeTwice = !order.duplicate || order.duplicate === 'allow'
    if (mayComeTwice || !(await videoOfBytes(sha256))) return null
    return db.transaction(async (trx) => {
      const same = await holdBytes(trx, sha256)
      return same && settle(same, order, trx)
    })
  }

  async #look(file: ReceivedFile, name: string): Promise<MediaInfo> {
    const { binaries, probe: limits } = this.limits
    return looking(() => probe(file.path, { binaries, limits })).catch((error) => {
      const isOurFault = !(error instanceof MediaError) || error.code === 'FFMPEG_MISSING'
      throw isOurFault ? error : new VideoRefused(name, error)
    })
  }

  async #keep(file: ReceivedFile, info: MediaInfo, order: VideoOrder): Promise<IngestedVideo> {
    const key = originalKey(extensionOf(info.container))
    await this.store.keep(file.path, key)
    try {
      const taken = await this.#record({ file, info, order, key })
      if (!taken.isNew) await this.store.remove(key)
      return taken
    } catch (error) {
      await this.store.remove(key)
      throw error
    }
  }

  async #record(received: Received): Promise<IngestedVideo> {
    const { file, order } = received
    return db.transaction(async (trx) => {
      const same = await holdBytes(trx, file.sha256)
      if (same && order.duplicate && order.duplicate !== 'allow') return settle(same, order, trx)
      const video = await createVideo(received, trx)
      const subject = { type: 'video', id: video.id }
      await recordAudit({ by: order.by, action: 'video.added', subject }, trx)
      await order.alongside?.(video, trx)
      return { video, duplicateOf: same?.id ?? null, isNew: true }
    })
  }
}

interface Received {
  file: ReceivedFile
  info: MediaInfo
  order: VideoOrder
  key: string
}

function createVideo({ file, info, order, key }: Received, client: TransactionClientContract) {
  const record = {
    title: order.title?.trim() || titleOf(order.originalName),
    originalName: order.originalName,
    originalKey: key,
    sizeBytes: file.sizeBytes,
    sha256: file.sha256,
    status: 'pending' as const,
    uploadedBy: order.by.userId,
    ...(order.tags && { tags: order.tags }),
    ...videoFacts(info),
  }
  return Video.create(record, { client })
}

/** What becomes of bytes that a video has already. @throws VideoDuplicate */
async function settle(
  same: Video,
  order: VideoOrder,
  trx: TransactionClientContract
): Promise<IngestedVideo> {
  if (order.duplicate === 'reject') throw new VideoDuplicate(order.originalName, same)
  await order.alongside?.(same, trx)
  return { video: same, duplicateOf: same.id, isNew: false }
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
