import type { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { GetObjectCommand, type GetObjectCommandOutput } from '@aws-sdk/client-s3'
import { FileDamaged, FileMissing } from '#storage/errors'
import { isNamed, isPassing, statusOf } from '#storage/s3/s3_faults'
import type { Asking, S3Bucket } from '#storage/s3/s3_bucket'
import type { ByteRange } from '#storage/media_store'

export interface Reading extends Asking {
  key: string
  range?: ByteRange
}

export interface OpenObject {
  body: Readable
  /** Of what was asked for. */
  sizeBytes: number
  etag?: string
  /** As it was kept; null where somebody else put the object there. */
  sha256: string | null
}

/** Asks for an object, or from where it was cut. @throws FileMissing, FileDamaged, StorageUnreachable */
export async function openObject(
  bucket: S3Bucket,
  { key, range, ...asking }: Reading,
  etag?: string
): Promise<OpenObject> {
  const Range = range && `bytes=${range.start}-${range.end}`
  const command = () => new GetObjectCommand({ ...bucket.at(key), Range, IfMatch: etag })
  try {
    const answer = await bucket.ask((client, options) => client.send(command(), options), asking)
    return described(answer)
  } catch (error) {
    asking.signal?.throwIfAborted()
    if (isNamed(error, 'NoSuchKey')) throw new FileMissing(key)
    if (statusOf(error) === 412) throw new FileDamaged(key, 'it was replaced while it was read')
    throw bucket.explain(error)
  }
}

function described({ Body, ContentLength, ETag, Metadata }: GetObjectCommandOutput): OpenObject {
  const sha256 = Metadata?.sha256 ?? null
  return { body: Body as Readable, sizeBytes: ContentLength ?? 0, etag: ETag, sha256 }
}

/**
 * The bytes of an object, gone on with from where they were cut. A connection that idles while nobody reads, as behind
 * a film that is paused, may be closed by either side: it is opened again when somebody does.
 *
 * @throws FileMissing, FileDamaged, StorageUnreachable, and the signal's reason
 */
export async function* readOn(
  bucket: S3Bucket,
  first: OpenObject,
  reading: Reading
): AsyncGenerator<Buffer> {
  let { body } = first
  let at = 0
  let cutAt = { at: -1, since: performance.now() }
  while (at < first.sizeBytes) {
    try {
      for await (const chunk of body) {
        at += (chunk as Buffer).length
        yield chunk as Buffer
      }
      if (at >= first.sizeBytes) return
    } catch (error) {
      reading.signal?.throwIfAborted()
      if (!isPassing(error)) throw bucket.explain(error)
    }
    if (at > cutAt.at) cutAt = { at, since: performance.now() }
    await waitABit(bucket, reading, cutAt)
    body = (await openObject(bucket, restOf(reading, first, at), first.etag)).body
  }
}

function restOf(reading: Reading, { sizeBytes }: OpenObject, at: number): Reading {
  const start = reading.range?.start ?? 0
  return { ...reading, range: { start: start + at, end: start + sizeBytes - 1 } }
}

/** @throws StorageUnreachable where not a byte came for too long */
async function waitABit(bucket: S3Bucket, { forMs, signal }: Reading, cut: { since: number }) {
  const { firstPauseMs } = bucket.patience
  if (performance.now() - cut.since > forMs) {
    throw bucket.explain({ code: 'ECONNRESET', message: 'cut again and again' })
  }
  await delay(firstPauseMs, undefined, { signal }).catch(() => undefined)
  signal?.throwIfAborted()
}
