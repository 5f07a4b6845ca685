import type { Readable } from 'node:stream'
import type { StorePrefix } from '#storage/keys'

/** First and last byte, both included, as in HTTP ranges. */
export interface ByteRange {
  start: number
  end: number
}

export interface StoredFile {
  key: string
  sizeBytes: number
  /** When it was kept. */
  storedAt: Date
}

/** How a file is to be answered by whoever else sends it. */
export interface SentAs {
  mimeType: string
  /** Of the header `Content-Disposition`. */
  disposition: string
  /** The address opens it for so long. */
  forS: number
}

/** A file that somebody began to keep, piece by piece, and did not end. */
export interface UnfinishedFile {
  key: string
  /** By which the store knows it. */
  id: string
  startedAt: Date
}

/**
 * Where bytes live. A key, once kept, is never written again: whoever has new bytes takes a new key.
 *
 * Every method throws StorageUnreachable where the store does not answer.
 */
export abstract class MediaStore {
  /** Whether bytes are elsewhere: `bring` copies them, and each question is a request that costs time and perhaps money. */
  abstract readonly isRemote: boolean

  /** A local path on which a new file may be received; the caller keeps or discards it. */
  abstract newIncomingPath(): Promise<string>

  /**
   * Moves a finished local file under the key, durably and whole.
   * @throws KeyTaken where a store that can tell has other bytes there; the signal's reason once it is aborted
   */
  abstract keep(localPath: string, key: string, signal?: AbortSignal): Promise<void>

  /**
   * Makes the bytes of a key readable at a local path, without altering them; whole or not at all.
   * @throws FileMissing, FileDamaged; the signal's reason once it is aborted
   */
  abstract bring(key: string, localPath: string, signal?: AbortSignal): Promise<void>

  /** Streams the bytes of a key, whole or a range. @throws FileMissing */
  abstract read(key: string, range?: ByteRange): Promise<Readable>

  /** Size in bytes, or null where there is no such key. */
  abstract sizeOf(key: string): Promise<number | null>

  /**
   * An address by which anybody may fetch the bytes from the store itself, with ranges, until it ends; null where the store
   * cannot give one. Whether there is such a key is not looked at.
   */
  async addressOf(_key: string, _as: SentAs): Promise<string | null> {
    return null
  }

  /** Removes a key; a key that is not there is no error. */
  abstract remove(key: string): Promise<void>

  /** Every file whose key lies under the prefix, such as `renditions/`; those that come and go meanwhile may miss. */
  abstract list(prefix: StorePrefix): AsyncIterable<StoredFile>

  /** What was begun and not ended, also by those who still work on it; a disk knows none. */
  async *listUnfinished(): AsyncIterable<UnfinishedFile> {}

  /** Gives up what was begun: its pieces take no room any more. One that is not there is no error. */
  async abandon(_file: UnfinishedFile): Promise<void> {}
}
