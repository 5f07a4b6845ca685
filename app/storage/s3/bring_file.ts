import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { FileDamaged } from '#storage/errors'
import { openObject, readOn, type Reading } from '#storage/s3/read_object'
import type { S3Bucket } from '#storage/s3/s3_bucket'

/** Bytes that were damaged on the way are whole the second time; those that are damaged there are not. */
const TRIES = 2

/**
 * Copies an object to a local path, under another name until its hash is right.
 *
 * @throws FileMissing, FileDamaged, StorageUnreachable, and the signal's reason; nothing is left behind then
 */
export async function bringFile(bucket: S3Bucket, reading: Reading, localPath: string) {
  const part = `${localPath}.part`
  try {
    for (let tried = 1; ; tried += 1) {
      const { sha256, found } = await download(bucket, reading, part)
      if (sha256 === null || sha256 === found) break
      if (tried === TRIES) throw new FileDamaged(reading.key, 'its SHA-256 differs')
    }
    await rename(part, localPath)
  } finally {
    await rm(part, { force: true })
  }
}

async function download(bucket: S3Bucket, reading: Reading, path: string) {
  const object = await openObject(bucket, reading)
  const hash = createHash('sha256')
  await pipeline(
    readOn(bucket, object, reading),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        yield chunk
      }
    },
    createWriteStream(path)
  )
  return { sha256: object.sha256, found: hash.digest('hex') }
}
