import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, link } from 'node:fs/promises'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { UploadIncomplete, VideoTooLarge } from '#videos/errors'

const READ_SIZE_BYTES = 1024 * 1024

export interface ReceivedFile {
  path: string
  sizeBytes: number
  sha256: string
}

/**
 * Writes a stream to a local path in constant memory, counting and hashing on the way.
 *
 * @throws VideoTooLarge as soon as the limit is passed
 * @throws UploadIncomplete where the sender vanished
 */
export async function receiveFile(
  content: Readable,
  to: { path: string; name: string; maxSizeBytes: number }
): Promise<ReceivedFile> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length
      if (sizeBytes > to.maxSizeBytes) return done(new VideoTooLarge(to.name, to.maxSizeBytes))
      hash.update(chunk)
      done(null, chunk)
    },
  })

  await pipeline(content, count, createWriteStream(to.path, { flags: 'wx' })).catch((error) =>
    asRefusal(error, to.name)
  )
  return { path: to.path, sizeBytes, sha256: hash.digest('hex') }
}

/** Gives a file a second name, or a copy where the disk knows no links, and hashes it on the way. */
export async function linkFile(from: string, to: string): Promise<ReceivedFile> {
  await link(from, to).catch(() => copyFile(from, to))
  const hash = createHash('sha256')
  let sizeBytes = 0
  for await (const chunk of createReadStream(to, { highWaterMark: READ_SIZE_BYTES })) {
    hash.update(chunk)
    sizeBytes += chunk.length
  }
  return { path: to, sizeBytes, sha256: hash.digest('hex') }
}

function asRefusal(error: NodeJS.ErrnoException, name: string): never {
  const isOurDisk = error.syscall === 'write' || error.syscall === 'open'
  if (error instanceof VideoTooLarge || isOurDisk) throw error
  throw new UploadIncomplete(name, { cause: error })
}
