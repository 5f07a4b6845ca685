import { createHash } from 'node:crypto'
import { constants, createReadStream, createWriteStream } from 'node:fs'
import { copyFile, rm, stat } from 'node:fs/promises'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { VideoTooLarge } from '#videos/errors'
import type { ReceivedFile } from '#videos/receive_file'

/** How much of a file has arrived; 0 where nothing, or another machine has it. */
export async function arrivedBytes(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0
  )
}

/** Takes over what another process wrote, which may write on: into a file that has no name any more. */
export async function takeOver(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE)
    await rm(from, { force: true })
    return true
  } catch {
    await rm(to, { force: true })
    return false
  }
}

/**
 * Writes a stream behind what has arrived, counting and hashing all of it, in constant memory.
 *
 * @param to.fromByte as many bytes of the file count; 0: begun anew
 * @throws VideoTooLarge as soon as the limit is passed; what the stream ends with
 */
export async function appendToPart(
  content: Readable,
  to: {
    path: string
    name: string
    fromByte: number
    maxSizeBytes: number
    onBytes: (receivedBytes: number) => void
  }
): Promise<ReceivedFile> {
  const { path, fromByte } = to
  const hash = createHash('sha256')
  if (fromByte > 0) {
    for await (const chunk of createReadStream(path, { end: fromByte - 1 })) hash.update(chunk)
  }
  let sizeBytes = fromByte
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length
      if (sizeBytes > to.maxSizeBytes) return done(new VideoTooLarge(to.name, to.maxSizeBytes))
      hash.update(chunk)
      to.onBytes(sizeBytes)
      done(null, chunk)
    },
  })
  const file = createWriteStream(path, { flags: fromByte > 0 ? 'r+' : 'w', start: fromByte })
  await pipeline(content, count, file)
  return { path, sizeBytes, sha256: hash.digest('hex') }
}
