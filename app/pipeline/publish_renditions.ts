import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import pLimit from 'p-limit'
import Rendition from '#videos/rendition'
import { endAttempt } from '#jobs/life/end_attempt'
import { moveJob } from '#jobs/life/move_job'
import { verifyPoster } from '#media/verify/verify_poster'
import { StorageUnreachable } from '#storage/errors'
import { renditionKey } from '#storage/keys'
import type Job from '#jobs/job'
import type { EncodePlan } from '#media/plan/encode_plan'
import type { JobLease } from '#jobs/life/job_lease'
import type { MediaWarning } from '#media/probe/media_info'
import type { MediaStore } from '#storage/media_store'
import type { RenditionFile } from '#videos/rendition_file'
import type { VerifiedRendition } from '#pipeline/verify_renditions'

const KEPT_AT_ONCE = 4

export interface Publication {
  job: Job
  lease: JobLease
  plan: EncodePlan
  folder: string
  verified: VerifiedRendition[]
  warnings: MediaWarning[]
  /** Aborted: nobody waits for a store any more. */
  signal: AbortSignal
}

/**
 * Shows the finished files: kept under the attempt's own keys first, then made visible by one transaction
 * that only the holder of the lease can make. Files that nothing shows any more are removed after it.
 *
 * @returns whether it was published; false where the lease was lost
 */
export async function publishRenditions(store: MediaStore, publication: Publication) {
  const kept: string[] = []
  try {
    const files = await keepFiles(store, publication, kept)
    const replaced = await db.transaction((trx) => show(trx, publication, files))
    await removeAll(store, replaced ?? kept).catch(leaveToRepairs)
    return replaced !== null
  } catch (error) {
    await removeUnshown(store, publication, kept).catch(leaveToRepairs)
    throw error
  }
}

interface KeptFiles {
  renditions: KeptRendition[]
  posterKey: string | null
}

interface KeptRendition {
  made: VerifiedRendition
  /** In the order of those that were made. */
  files: RenditionFile[]
}

/** @param kept gathers the keys, also of a keeping that fails on the way */
async function keepFiles(
  store: MediaStore,
  publication: Publication,
  kept: string[]
): Promise<KeptFiles> {
  const keep = async (path: string, fileName: string) => {
    const key = keyOf(publication, fileName)
    kept.push(key)
    await store.keep(path, key, publication.signal)
    return key
  }
  const renditions: KeptRendition[] = []
  for (const made of publication.verified) {
    const keepOne = async ({ path, ...file }: VerifiedRendition['files'][number]) => {
      return { ...file, key: await keep(path, storedName(made, file.name)) }
    }
    renditions.push({ made, files: await keepSome(made.files, keepOne) })
  }
  const { plan, folder } = publication
  const poster = plan.poster && join(folder, plan.poster.fileName)
  const isKept = poster !== null && (await isWhole(poster))
  return { renditions, posterKey: isKept ? await keep(poster, plan.poster!.fileName) : null }
}

/** A bucket takes its time for each of hundreds of segments. @throws the first fault, once nobody keeps any more */
async function keepSome<F, K>(files: F[], keep: (file: F) => Promise<K>): Promise<K[]> {
  const limit = pLimit({ concurrency: KEPT_AT_ONCE, rejectOnClear: true })
  const ends = await Promise.allSettled(
    files.map((file) =>
      limit(() => keep(file)).catch((error) => {
        limit.clearQueue()
        throw error
      })
    )
  )
  return ends.map((end) => {
    if (end.status === 'rejected') throw end.reason
    return end.value
  })
}

function keyOf({ job, lease }: Publication, fileName: string): string {
  return renditionKey({ videoId: job.videoId, jobId: job.id, leaseToken: lease.token, fileName })
}

/** Names meet in the attempt's one folder: those of several files carry their rendition's before them. */
function storedName({ name, files }: VerifiedRendition, fileName: string): string {
  return files.length > 1 ? `${name}.${fileName}` : fileName
}

/** @returns keys of files that are no longer shown, or null where the lease was lost */
async function show(trx: TransactionClientContract, publication: Publication, files: KeptFiles) {
  const { job, lease } = publication
  const warnings = JSON.stringify(publication.warnings)
  const completed = await moveJob(trx, {
    jobId: job.id,
    from: 'running',
    to: 'completed',
    leaseToken: lease.token,
    set: { progress: 1, failure_cause: null, failure_message: null, warnings },
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
  renditions: KeptRendition[]
): Promise<string[]> {
  const { videoId } = publication.job
  const names = renditions.map(({ made }) => made.name)
  const old = await Rendition.query({ client: trx }).where({ videoId }).whereIn('name', names)
  await Rendition.query({ client: trx })
    .whereIn(
      'id',
      old.map((one) => one.id)
    )
    .delete()
  for (const one of renditions) await Rendition.create(rowOf(publication, one), { client: trx })
  return old.flatMap(keysOf)
}

function keysOf({ fileKey, files }: Rendition): string[] {
  return [...new Set([fileKey, ...files.map(({ key }) => key)])]
}

function rowOf({ job, lease }: Publication, { made, files }: KeptRendition) {
  const { name, kind, decision, reason, width, height, proof } = made
  const [{ key: fileKey, mimeType, sha256 }] = files
  const sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0)
  return {
    videoId: job.videoId,
    jobId: job.id,
    attemptId: lease.attemptId,
    presetVersionId: job.presetVersionId,
    ...{ name, kind, decision, reason, width, height, proof },
    ...{ files, fileKey, mimeType, sha256, sizeBytes },
    durationS: proof.durationS,
    bitRate: proof.durationS > 0 ? Math.round((sizeBytes * 8) / proof.durationS) : null,
    videoCodec: proof.videoCodec,
    audioCodec: proof.audioCodec,
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

/** What is shown is shown; files that belong to no row are found later. */
function leaveToRepairs(error: unknown) {
  if (!(error instanceof StorageUnreachable)) throw error
}

/** A video without a poster is still a video. */
function isWhole(poster: string) {
  return verifyPoster(poster).then(
    () => true,
    () => false
  )
}
