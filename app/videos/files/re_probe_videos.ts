import { rm } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import Video from '#videos/video'
import { recordAudit } from '#accounts/audit'
import { MediaError } from '#media/errors'
import { probe } from '#media/probe/probe'
import { PROBE_VERSION } from '#media/probe/probe_version'
import { FileDamaged, FileMissing } from '#storage/errors'
import { MediaStore } from '#storage/media_store'
import { IntakeLimits } from '#videos/intake_limits'
import { matchingVideos, type VideoFilter } from '#videos/matching_videos'
import { videoFacts } from '#videos/video_facts'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Actor } from '#accounts/actor'
import type { MediaInfo } from '#media/probe/media_info'

export interface ReProbeRequest {
  filter: VideoFilter
  /** Only what an older version of the probe saw. */
  isOutdatedOnly: boolean
  maxVideos: number
  by: Actor
  signal?: AbortSignal
}

export interface ReProbed {
  probed: number
  /** Of which the record tells something else now. */
  changed: number
  /** Originals that are gone or cannot be read any more. */
  refused: { videoId: number; what: string }[]
}

/** Looks again what is in originals, and keeps it with their videos. */
@inject()
export default class ReProbeVideos {
  constructor(
    private store: MediaStore,
    private limits: IntakeLimits
  ) {}

  /** @throws StorageUnreachable, and the signal's reason; what was seen until then is kept */
  async handle(request: ReProbeRequest): Promise<ReProbed> {
    const seen: ReProbed = { probed: 0, changed: 0, refused: [] }
    for (const videoId of await chosen(request)) {
      request.signal?.throwIfAborted()
      const video = await Video.find(videoId)
      if (video) await this.#probe(video, request, seen)
    }
    return seen
  }

  async #probe(video: Video, { by, signal }: ReProbeRequest, seen: ReProbed) {
    seen.probed += 1
    try {
      const info = await this.#look(video, signal)
      if (await keep(video, info, by)) seen.changed += 1
    } catch (error) {
      if (!isOfTheFile(error)) throw error
      seen.refused.push({
        videoId: video.id,
        what: `${video.title} (${video.id}): ${error.message}`,
      })
      await noteProbed(video.id)
    }
  }

  async #look(video: Video, signal?: AbortSignal): Promise<MediaInfo> {
    const path = await this.store.newIncomingPath()
    const { binaries, probe: limits } = this.limits
    try {
      await this.store.bring(video.originalKey, path, signal)
      return await probe(path, { binaries, limits, signal })
    } finally {
      await rm(path, { force: true })
    }
  }
}

function isOfTheFile(error: unknown): error is Error {
  if (error instanceof FileMissing || error instanceof FileDamaged) return true
  return error instanceof MediaError && error.code !== 'FFMPEG_MISSING' && error.code !== 'ABORTED'
}

async function chosen({ filter, isOutdatedOnly, maxVideos }: ReProbeRequest): Promise<number[]> {
  const rows = await matchingVideos(filter)
    .select('id')
    .if(isOutdatedOnly, (query) => query.where('probe_version', '<', PROBE_VERSION))
    .orderByRaw('probed_at nulls first, id')
    .limit(maxVideos)
    .pojo<{ id: number }>()
  return rows.map(({ id }) => id)
}

/** @returns whether the record tells something else now */
async function keep(video: Video, info: MediaInfo, by: Actor): Promise<boolean> {
  const facts = videoFacts(info)
  const changed = Object.entries(facts)
    .filter(([name, value]) => !isDeepStrictEqual(told(video[name as keyof Video]), told(value)))
    .map(([name]) => name)
    .filter((name) => name !== 'probeVersion')
  await db.transaction(async (trx) => {
    await video.useTransaction(trx).merge(facts).save()
    await noteProbed(video.id, trx)
    if (changed.length === 0) return
    const subject = { type: 'video', id: video.id }
    await recordAudit({ by, action: 'video.probed', subject, details: { changed } }, trx)
  })
  return changed.length > 0
}

/** As it comes back from the database, without the words of ffprobe, which name the path. */
function told(value: unknown): unknown {
  const { of } = JSON.parse(JSON.stringify({ of: value }))
  return of !== null && typeof of === 'object' && 'raw' in of ? { ...of, raw: null } : of
}

/** So that others come first next time. */
async function noteProbed(videoId: number, trx?: TransactionClientContract) {
  const now = { probed_at: db.raw('now()') }
  await (trx ?? db.connection()).from('videos').where('id', videoId).update(now)
}
