import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { recordAudit } from '#accounts/audit'
import { someOf } from '#jobs/repair/repair'
import type { Actor } from '#accounts/actor'

/** Who came last: whoever asked, the worker that was waited for, or the reconciler where neither did. */
export type EndedBy = 'request' | 'worker' | 'reconciler'

interface MarkedVideo {
  title: string
  original_name: string
  size_bytes: number
  sha256: string
  original_key: string
  poster_key: string | null
  deletion_requested_by: Actor
}

/**
 * Removes a marked video with all that hangs on it, and tells the audit what it was.
 *
 * @returns keys of its files, or null where it is gone, not marked, or a worker holds one of its jobs
 */
export async function removeVideoRows(
  trx: TransactionClientContract,
  videoId: number,
  endedBy: EndedBy
): Promise<string[] | null> {
  const video: MarkedVideo | null = await trx
    .from('videos')
    .where('id', videoId)
    .whereNotNull('deletion_requested_at')
    .forUpdate()
    .first()
  if (!video || (await isHeld(trx, videoId))) return null
  const keys = await keysOf(trx, videoId, video)
  await tell(trx, video, { videoId, endedBy })
  await trx.from('jobs').where('video_id', videoId).delete() // first: counts of their bytes look at the video
  await trx.from('videos').where('id', videoId).delete()
  return keys
}

/** A worker whose lease ran out may live: its token fences it off, and it removes what it kept. */
async function isHeld(trx: TransactionClientContract, videoId: number): Promise<boolean> {
  const held = await trx
    .from('jobs')
    .where({ video_id: videoId, status: 'running' })
    .whereRaw('lease_expires_at >= now()')
    .first()
  return Boolean(held)
}

async function keysOf(trx: TransactionClientContract, videoId: number, video: MarkedVideo) {
  const { rows } = await trx.rawQuery<{ rows: { key: string }[] }>(
    `select file_key as key from renditions where video_id = :videoId
     union select file ->> 'key' from renditions, jsonb_array_elements(files) as file
       where video_id = :videoId`,
    { videoId }
  )
  const poster = video.poster_key ? [video.poster_key] : []
  return [...rows.map(({ key }) => key), ...poster, video.original_key]
}

async function tell(
  trx: TransactionClientContract,
  video: MarkedVideo,
  { videoId, endedBy }: { videoId: number; endedBy: EndedBy }
) {
  const renditions = await trx.from('renditions').where('video_id', videoId).select('name')
  const jobs = await trx.from('jobs').where('video_id', videoId).select('id')
  const details = {
    title: video.title,
    originalName: video.original_name,
    sizeBytes: video.size_bytes,
    sha256: video.sha256,
    renditions: renditions.map(({ name }) => name),
    jobs: jobs.length,
    jobIds: someOf(jobs.map(({ id }) => id)),
    endedBy,
  }
  const by = await stillKnown(trx, video.deletion_requested_by)
  await recordAudit(
    { by, action: 'video.deleted', subject: { type: 'video', id: videoId }, details },
    trx
  )
}

/** Whoever asked may have been removed while a job was waited for: the name is kept. */
async function stillKnown(trx: TransactionClientContract, by: Actor): Promise<Actor> {
  if (by.userId === null) return by
  const user = await trx.from('users').where('id', by.userId).select('id').first()
  return user ? by : { ...by, userId: null }
}
