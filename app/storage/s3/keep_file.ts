import { readFile, rm, stat } from 'node:fs/promises'
import { DeleteObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { KeyTaken, StorageUnreachable } from '#storage/errors'
import { isOtherBytes } from '#storage/s3/etag'
import { md5Of } from '#storage/s3/md5'
import { sha256OfFile } from '#storage/sha256'
import { keepInParts, PART_BYTES } from '#storage/s3/keep_in_parts'
import { DamagedOnTheWay, statusOf } from '#storage/s3/s3_faults'
import { describeObject, onlyNew, withoutCondition } from '#storage/s3/keeping'
import type { Keeping, KeepOutcome } from '#storage/s3/keeping'
import type { S3Bucket } from '#storage/s3/s3_bucket'

/**
 * Sends a file, whole or in parts, each with its MD5 for the server to check; looks whether it is there, and removes the
 * local one.
 *
 * @throws KeyTaken, StorageUnreachable; the signal's reason
 */
export async function keepFile(
  bucket: S3Bucket,
  of: Pick<Keeping, 'localPath' | 'key' | 'signal'>
) {
  try {
    const { size: sizeBytes } = await stat(of.localPath)
    const keeping = { ...of, sizeBytes, sha256: await sha256OfFile(of.localPath, of.signal) }
    const outcome = await (sizeBytes < PART_BYTES ? keepWhole : keepInParts)(bucket, keeping)
    await mustBeThere(bucket, keeping, outcome)
  } catch (error) {
    of.signal?.throwIfAborted()
    throw bucket.explain(error)
  }
  await rm(of.localPath, { force: true })
}

async function keepWhole(bucket: S3Bucket, keeping: Keeping): Promise<KeepOutcome> {
  const { key, localPath, signal } = keeping
  const body = await readFile(localPath)
  const md5 = md5Of(body)
  const asking = { forMs: bucket.patience.workMs, signal }
  const put = () =>
    bucket.ask(async (client, options) => {
      const input = { ...bucket.at(key), ...describeObject(keeping), ...onlyNew(bucket) }
      const command = new PutObjectCommand({ ...input, Body: body, ContentMD5: md5.base64 })
      const answer = await client.send(command, options)
      if (!isOtherBytes(answer, md5.hex)) return
      await client.send(new DeleteObjectCommand(bucket.at(key)), options)
      throw new DamagedOnTheWay()
    }, asking)
  try {
    await put().catch((error) => withoutCondition(bucket, error, put))
    return 'kept'
  } catch (error) {
    if (statusOf(error) === 412) return 'taken'
    throw error
  }
}

async function mustBeThere(bucket: S3Bucket, keeping: Keeping, outcome: KeepOutcome) {
  const { key, sizeBytes, sha256, signal } = keeping
  const asking = { forMs: bucket.patience.workMs, signal }
  const command = new HeadObjectCommand(bucket.at(key))
  const { ContentLength, Metadata } = await bucket.ask(
    (client, o) => client.send(command, o),
    asking
  )
  const isSame = ContentLength === sizeBytes && (Metadata?.sha256 ?? sha256) === sha256
  if (isSame) return
  if (outcome === 'taken') throw new KeyTaken(key)
  const what = `it has ${ContentLength} bytes of "${key}" where ${sizeBytes} were sent`
  throw new StorageUnreachable(what, { remedy: 'look at the server of the bucket' })
}
