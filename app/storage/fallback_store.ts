import type { Readable } from 'node:stream'
import { FileMissing } from '#storage/errors'
import { isArriving, type StorePrefix } from '#storage/keys'
import { KnownKeys } from '#storage/known_keys'
import {
  MediaStore,
  type ByteRange,
  type SentAs,
  type StoredFile,
  type UnfinishedFile,
} from '#storage/media_store'

/**
 * A library that moves from one store into another: new files are kept in the current one, and what is not there yet is
 * taken from the former one. Whoever misses a file in both looks once more in the current one, for it may have moved
 * between the two looks.
 */
export class FallbackStore extends MediaStore {
  readonly isRemote: boolean

  constructor(
    readonly current: MediaStore,
    readonly former: MediaStore
  ) {
    super()
    this.isRemote = current.isRemote || former.isRemote
  }

  newIncomingPath() {
    return this.current.newIncomingPath()
  }

  keep(localPath: string, key: string, signal?: AbortSignal) {
    return this.current.keep(localPath, key, signal)
  }

  bring(key: string, localPath: string, signal?: AbortSignal) {
    return this.#from((store) => store.bring(key, localPath, signal))
  }

  read(key: string, range?: ByteRange): Promise<Readable> {
    return this.#from((store) => store.read(key, range))
  }

  async sizeOf(key: string): Promise<number | null> {
    for (const store of [this.current, this.former, this.current]) {
      const size = await store.sizeOf(key)
      if (size !== null) return size
    }
    return null
  }

  override async addressOf(key: string, as: SentAs): Promise<string | null> {
    const isMoved = (await this.current.sizeOf(key)) !== null
    return (isMoved ? this.current : this.former).addressOf(key, as)
  }

  /** The former one first: a move that copies it meanwhile finds nothing more to copy. */
  async remove(key: string): Promise<void> {
    if (!isArriving(key)) await this.former.remove(key)
    await this.current.remove(key)
  }

  async *list(prefix: StorePrefix): AsyncIterable<StoredFile> {
    const known = new KnownKeys()
    for await (const file of this.current.list(prefix)) {
      known.add(file.key)
      yield file
    }
    if (isArriving(prefix)) return // in the folder of this machine, whichever store it is
    for await (const file of this.former.list(prefix)) {
      if (!known.has(file.key)) yield file
    }
  }

  override async *listUnfinished(): AsyncIterable<UnfinishedFile> {
    yield* this.current.listUnfinished()
    yield* this.former.listUnfinished()
  }

  override async abandon(file: UnfinishedFile): Promise<void> {
    await this.current.abandon(file)
    await this.former.abandon(file)
  }

  async #from<T>(act: (store: MediaStore) => Promise<T>): Promise<T> {
    for (const store of [this.current, this.former]) {
      try {
        return await act(store)
      } catch (error) {
        if (!(error instanceof FileMissing)) throw error
      }
    }
    return act(this.current)
  }
}
