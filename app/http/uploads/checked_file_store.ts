import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline, Transform, type Readable } from 'node:stream'
import { FileStore } from '@tus/file-store'
import { tusRefusal } from '#http/uploads/tus_exchange'

/** By https://tus.io/protocols/resumable-upload#checksum a server knows at least sha1. */
export const CHECKSUM_ALGORITHMS = ['sha1', 'sha256', 'md5'] as const

const MISMATCH = 460

/** What the bytes of one request must come to. */
export interface WantedChecksum {
  algorithm: string
  digest: Buffer
}

/** What a request says; null where it says nothing, and where it cannot be read, what to answer. */
export function wantedChecksum(header: string | undefined): WantedChecksum | null | Response {
  if (header === undefined) return null
  const [algorithm, digest = ''] = header.trim().split(/\s+/)
  const isKnown = (CHECKSUM_ALGORITHMS as readonly string[]).includes(algorithm)
  if (isKnown && /^[A-Za-z0-9+/]+={0,2}$/.test(digest)) {
    return { algorithm, digest: Buffer.from(digest, 'base64') }
  }
  const known = CHECKSUM_ALGORITHMS.join(', ')
  const words = `Upload-Checksum is one of ${known}, a space and the digest in Base64.`
  return new Response(words, { status: 400, headers: { 'Tus-Resumable': '1.0.0' } })
}

/** A store that takes a piece only where it comes to the checksum that was sent with it: else it is as if it never came. */
export class CheckedFileStore extends FileStore {
  readonly #wanted = new AsyncLocalStorage<WantedChecksum | null>()

  constructor(options: ConstructorParameters<typeof FileStore>[0]) {
    super(options)
    const offered = this.extensions.filter((one) => one !== 'creation-defer-length')
    this.extensions = [...offered, 'checksum']
  }

  /** Runs a request whose bytes must come to that. */
  expecting<T>(wanted: WantedChecksum | null, request: () => Promise<T>): Promise<T> {
    return this.#wanted.run(wanted, request)
  }

  override async write(content: Readable, id: string, offset: number): Promise<number> {
    const wanted = this.#wanted.getStore()
    if (!wanted) return super.write(content, id, offset)
    const hash = createHash(wanted.algorithm)
    const hashed = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk)
        done(null, chunk)
      },
    })
    pipeline(content, hashed, () => {})
    const end = await super.write(hashed, id, offset)
    if (hash.digest().equals(wanted.digest)) return end
    await truncate(join(this.directory, id), offset)
    throw tusRefusal(MISMATCH, 'The piece does not come to its checksum: send it again.')
  }
}
