import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Rendition from '#videos/rendition'
import { endAttempt } from '#jobs/end_attempt'
import { moveJob } from '#jobs/move_job'
import { verifyPoster } from '#media/verify_poster'
import { renditionKey } from '#storage/keys'
import type Job from '#jobs/job'
import type { EncodePlan } from '#media/encode_plan'
import type { JobLease } from '#jobs/job_lease'
import type { MediaStore } from '#storage/media_store'
import type { VerifiedRendition } from '#pipeline/verify_renditions'

export interface Publication {
  job: Job
  lease: JobLease
  plan: EncodePlan
  folder: string
  verified: VerifiedRendition[]
}

/**
 * Shows the finished files: kept under the attempt's own keys first, then made visible by one transaction
 * that only the holder of the lease can make. Files that nothing shows any more are removed after it.
 *
 * @returns whether it was published; false where the lease was lost
 */
export async function publishRenditions(store: MediaStore, publication: Publication) {
  const files = await keepFiles(store, publication)
  const kept = [...files.renditions.keys(), ...(files.posterKey ? [files.posterKey] : [])]
  try {
    const replaced = await db.transaction((trx) => show(trx, publication, files))
    await removeAll(store, replaced ?? kept)
    return replaced !== null
  } catch (error) {
    await removeUnshown(store, publication, kept)
    throw error
  }
}

interface KeptFiles {
  renditions: Map<string, VerifiedRendition>
  posterKey: string | null
}

async function keepFiles(store: MediaStore, publication: Publication): Promise<KeptFiles> {
  const { job, lease, plan, folder } = publication
  const keyOf = (fileName: string) =>
    renditionKey({ videoId: job.videoId, jobId: job.id, leaseToken: lease.token, fileName })
  const renditions = new Map<string, VerifiedRendition>()
  for (const one of publication.verified) {
    const key = keyOf(one.planned.fileName!)
    await store.keep(one.path, key)
    renditions.set(key, one)
  }
  const poster = plan.poster && join(folder, plan.poster.fileName)
  if (!poster || !(await isWhole(poster))) return { renditions, posterKey: null }
  const posterKey = keyOf(plan.poster!.fileName)
  await store.keep(poster, posterKey)
  return { renditions, posterKey }
}

/** @returns keys of files that are no longer shown, or null where the lease was lost */
async function show(trx: TransactionClientContract, publication: Publication, files: KeptFiles) {
  const { job, lease } = publication
  const completed = await moveJob(trx, {
    jobId: job.id,
    from: 'running',
    to: 'completed',
    leaseToken: lease.token,
    set: { progress: 1, failure_cause: null, failure_message: null },
  })
  if (!completed) return null
  await endAttempt(trx, lease, 'completed')
  const replaced = await replaceRenditions(trx, publication, files.renditions)
  return files.posterKey
    ? [...replaced, ...(await replacePoster(trx, job, files.posterKey))]
    : replaced
}

async function replaceRenditions(
  trx: TransactionClientContract,
  publication: Publication,
  renditions: Map<string, VerifiedRendition>
): Promise<string[]> {
  const { videoId } = publication.job
  const names = publication.verified.map((one) => one.planned.name)
  const old = await Rendition.query({ client: trx }).where({ videoId }).whereIn('name', names)
  await Rendition.query({ client: trx })
    .whereIn(
      'id',
      old.map((one) => one.id)
    )
    .delete()
  for (const [key, one] of renditions) {
    await Rendition.create({ ...rowOf(publication, one), fileKey: key }, { client: trx })
  }
  return old.map((one) => one.fileKey)
}

function rowOf({ job, lease }: Publication, one: VerifiedRendition) {
  const { planned, proof } = one
  return {
    videoId: job.videoId,
    jobId: job.id,
    attemptId: lease.attemptId,
    presetVersionId: job.presetVersionId,
    name: planned.name,
    mimeType: 'video/mp4',
    sizeBytes: one.sizeBytes,
    sha256: one.sha256,
    durationS: proof.durationS,
    width: planned.width,
    height: planned.height,
    bitRate: proof.durationS > 0 ? Math.round((one.sizeBytes * 8) / proof.durationS) : null,
    videoCodec: proof.videoCodec,
    audioCodec: proof.audioCodec,
    decision: planned.decision as Rendition['decision'],
    reason: planned.reason,
    proof,
  }
}

async function replacePoster(trx: TransactionClientContract, job: Job, posterKey: string) {
  const video = await trx.from('videos').where('id', job.videoId).select('poster_key').first()
  await trx.from('videos').where('id', job.videoId).update({ poster_key: posterKey })
  return video.poster_key ? [video.poster_key as string] : []
}

/** A commit that failed on the way may still have happened: what the rows show is kept. */
async function removeUnshown(store: MediaStore, { lease }: Publication, keys: string[]) {
  const shown = await db
    .from('attempts')
    .where({ id: lease.attemptId, status: 'completed' })
    .first()
  if (!shown) await removeAll(store, keys)
}

async function removeAll(store: MediaStore, keys: string[]) {
  for (const key of keys) await store.remove(key)
}

/** A video without a poster is still a video. */
function isWhole(poster: string) {
  return verifyPoster(poster).then(
    () => true,
    () => false
  )
}
