import { open, type FileHandle } from 'node:fs/promises'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
  UploadPartCommand,
  type CompletedPart,
} from '@aws-sdk/client-s3'
import pLimit from 'p-limit'
import { describeObject, onlyNew, withoutCondition } from '#storage/s3/keeping'
import { isOtherBytes } from '#storage/s3/etag'
import { md5Of } from '#storage/s3/md5'
import { DamagedOnTheWay, isNamed, statusOf } from '#storage/s3/s3_faults'
import type { Keeping, KeepOutcome } from '#storage/s3/keeping'
import type { S3Bucket } from '#storage/s3/s3_bucket'

const MIB = 1024 * 1024
/** Below it a file is sent whole; memory is what the parts under way take. */
export const PART_BYTES = 16 * MIB
const PARTS_AT_ONCE = 3
/** S3 takes 10,000. */
const MOST_PARTS = 9000

interface Sending extends Keeping {
  uploadId: string
  partBytes: number
  signal: AbortSignal
}

/** Sends a file in parts; what is not ended is given up, so that nothing is paid for unseen. */
export async function keepInParts(bucket: S3Bucket, keeping: Keeping): Promise<KeepOutcome> {
  const stopped = new AbortController()
  const signals = keeping.signal ? [keeping.signal, stopped.signal] : [stopped.signal]
  const signal = AbortSignal.any(signals)
  const { uploadId, isAlone } = await begin(bucket, keeping)
  const sending = { ...keeping, uploadId, partBytes: partBytesOf(keeping.sizeBytes), signal }
  try {
    const parts = await sendParts(bucket, sending, stopped)
    return await complete(bucket, sending, parts)
  } catch (error) {
    await giveUp(bucket, sending)
    throw error
  } finally {
    if (!isAlone) await giveUpOthers(bucket, sending).catch(() => undefined)
  }
}

/** Ends an upload without an object. @throws what the client throws */
export async function abortUpload(
  bucket: S3Bucket,
  { key, uploadId }: { key: string; uploadId: string }
) {
  const command = new AbortMultipartUploadCommand({ ...bucket.at(key), UploadId: uploadId })
  const asking = { forMs: bucket.patience.answerMs }
  await bucket
    .ask((client, options) => client.send(command, options), asking)
    .catch((error) => {
      if (!isNamed(error, 'NoSuchUpload')) throw error
    })
}

/** A store that is away will be asked again by the repair of unfinished files. */
function giveUp(bucket: S3Bucket, sending: Sending): Promise<void> {
  return abortUpload(bucket, sending).catch(() => undefined)
}

function partBytesOf(sizeBytes: number): number {
  return Math.max(PART_BYTES, Math.ceil(sizeBytes / MOST_PARTS / MIB) * MIB)
}

/** Not alone: a try whose answer was lost may have begun another. */
async function begin(bucket: S3Bucket, keeping: Keeping) {
  const input = { ...bucket.at(keeping.key), ...describeObject(keeping) }
  let tries = 0
  const { UploadId } = await bucket.ask(
    (client, options) => {
      tries += 1
      return client.send(new CreateMultipartUploadCommand(input), options)
    },
    { forMs: bucket.patience.workMs, signal: keeping.signal }
  )
  return { uploadId: UploadId!, isAlone: tries === 1 }
}

/** A key has one writer, so what else was begun for it is nobody's. */
async function giveUpOthers(bucket: S3Bucket, { key, uploadId }: Sending) {
  const { Bucket, Key: Prefix } = bucket.at(key)
  const command = new ListMultipartUploadsCommand({ Bucket, Prefix })
  const asking = { forMs: bucket.patience.answerMs }
  const { Uploads = [] } = await bucket.ask((client, o) => client.send(command, o), asking)
  const others = Uploads.filter(({ Key, UploadId }) => Key === Prefix && UploadId !== uploadId)
  for (const { UploadId } of others) await abortUpload(bucket, { key, uploadId: UploadId! })
}

/** @throws the first fault, once nobody sends any more */
async function sendParts(
  bucket: S3Bucket,
  sending: Sending,
  stopped: AbortController
): Promise<CompletedPart[]> {
  const file = await open(sending.localPath, 'r')
  const limit = pLimit(PARTS_AT_ONCE)
  const count = Math.ceil(sending.sizeBytes / sending.partBytes)
  const faults: unknown[] = []
  const send = (number: number) =>
    limit(() => sendPart(bucket, sending, { file, number })).catch((error) => {
      faults.push(error)
      stopped.abort()
    })
  try {
    const parts = await Promise.all(Array.from({ length: count }, (_, index) => send(index + 1)))
    if (faults.length > 0) throw faults[0]
    return parts as CompletedPart[]
  } finally {
    await file.close()
  }
}

async function sendPart(
  bucket: S3Bucket,
  { key, uploadId, sizeBytes, partBytes, signal }: Sending,
  { file, number }: { file: FileHandle; number: number }
): Promise<CompletedPart> {
  signal.throwIfAborted()
  const position = (number - 1) * partBytes
  const body = Buffer.allocUnsafe(Math.min(partBytes, sizeBytes - position))
  const { bytesRead } = await file.read(body, 0, body.length, position)
  if (bytesRead < body.length) throw new Error(`"${key}" became shorter while it was sent`)
  const md5 = md5Of(body)
  const input = { ...bucket.at(key), UploadId: uploadId, PartNumber: number }
  return bucket.ask(
    async (client, options) => {
      const command = new UploadPartCommand({ ...input, Body: body, ContentMD5: md5.base64 })
      const answer = await client.send(command, options)
      if (isOtherBytes(answer, md5.hex)) throw new DamagedOnTheWay()
      return { PartNumber: number, ETag: answer.ETag }
    },
    { forMs: bucket.patience.workMs, signal }
  )
}

async function complete(
  bucket: S3Bucket,
  { key, uploadId, signal, ...sending }: Sending,
  Parts: CompletedPart[]
): Promise<KeepOutcome> {
  const end = () => {
    const input = { ...bucket.at(key), UploadId: uploadId, MultipartUpload: { Parts } }
    const command = new CompleteMultipartUploadCommand({ ...input, ...onlyNew(bucket) })
    const asking = { forMs: bucket.patience.workMs, signal }
    return bucket.ask((client, options) => client.send(command, options), asking)
  }
  try {
    await end().catch((error) => withoutCondition(bucket, error, end))
    return 'kept'
  } catch (error) {
    // ended by a try whose answer was lost
    const mayBeOurs = statusOf(error) === 412 || isNamed(error, 'NoSuchUpload')
    if (!mayBeOurs) throw error
    await giveUp(bucket, { ...sending, key, uploadId, signal })
    return 'taken'
  }
}
