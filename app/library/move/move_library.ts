import { inject } from '@adonisjs/core'
import pg from 'pg'
import { recordAudit } from '#accounts/audit'
import type { Actor } from '#accounts/actor'
import { FallbackStore } from '#storage/fallback_store'
import { KnownKeys } from '#storage/known_keys'
import { MediaStore, type StoredFile } from '#storage/media_store'
import { atOnce } from '#app/library/at_once'
import { CannotMove } from '#app/library/errors'
import { rowsOf } from '#app/library/move/known_hashes'
import { moveFile } from '#app/library/move/move_file'
import { keptFiles, sameFile, storesUse, type FilesAndBytes } from '#app/library/move/stores_use'
import { Throttle } from '#app/library/move/throttle'
import type { OnProgress } from '#app/library/progress'
import type { ShownFile } from '#app/library/stored_files'

export interface MoveRequest {
  /** Removes from the former store what is in the current one. */
  isRemoving: boolean
  /** Null: as fast as it goes. */
  bytesPerS: number | null
  databaseUrl: string
  by: Actor
  onProgress: OnProgress
}

export interface LibraryMoved {
  copied: number
  copiedBytes: number
  /** Deleted by somebody meanwhile. */
  gone: number
  /** Of no row: left for the repairs, which remove it. */
  ownerless: number
  /** Keys of files that are not what their rows say, a hundred at most; left where they are. */
  damaged: string[]
  /** From the former store. */
  removed: number
  /** Still in the former store alone. */
  unmoved: FilesAndBytes
  /** In the former store. */
  left: FilesAndBytes
}

const AT_ONCE = 4
const ROWS_A_LOOK = 500
const MOST_TOLD = 100

/** Copies what is in the former store alone into the current one, while everything goes on. */
@inject()
export default class MoveLibrary {
  constructor(private store: MediaStore) {}

  /** May be stopped at every moment and begun anew. @throws CannotMove, StorageUnreachable */
  async handle(request: MoveRequest): Promise<LibraryMoved> {
    if (!(this.store instanceof FallbackStore)) throw new CannotMove('STORE_FORMER is not set')
    const lock = new pg.Client({ connectionString: request.databaseUrl, keepAlive: true })
    await lock.connect()
    try {
      await refuseTwoAtOnce(lock)
      return await new Move(this.store, request).run()
    } finally {
      await lock.end()
    }
  }
}

/** One run. */
class Move {
  readonly #made = { copied: 0, copiedBytes: 0, gone: 0, ownerless: 0, removed: 0 }
  readonly #damaged: string[] = []

  constructor(
    private store: FallbackStore,
    private request: MoveRequest
  ) {}

  async run(): Promise<LibraryMoved> {
    await this.#copyAll()
    if (this.request.isRemoving) await this.#removeAll()
    const { unmoved, former } = await storesUse(this.store)
    const done = { ...this.#made, damaged: this.#damaged, unmoved, left: former! }
    const subject = { type: 'library', id: null }
    await recordAudit({
      by: this.request.by,
      action: 'storage.moved',
      subject,
      details: { ...done },
    })
    return done
  }

  async #copyAll() {
    const throttle = new Throttle(this.request.bytesPerS)
    const { unmoved } = await storesUse(this.store)
    let done = 0
    await atOnce(AT_ONCE, this.#unmoved(), async ({ file, row }) => {
      this.request.onProgress({ what: file.key, done, total: unmoved.bytes, unit: 'bytes' })
      const became = row ? await moveFile(this.store, row, throttle) : 'ownerless'
      done += file.sizeBytes
      if (became === 'damaged') return this.#tellDamaged(file.key)
      this.#made[became] += 1
      if (became === 'copied') this.#made.copiedBytes += file.sizeBytes
    })
  }

  /** With what rows say of them; null: nothing. */
  async *#unmoved(): AsyncIterable<{ file: StoredFile; row: ShownFile | null }> {
    const known = new KnownKeys()
    for await (const file of keptFiles(this.store.current)) known.add(sameFile(file))
    for await (const files of inLots(keptFiles(this.store.former))) {
      const unmoved = files.filter((file) => !known.has(sameFile(file)))
      const rows = await rowsOf(unmoved.map(({ key }) => key))
      for (const file of unmoved) yield { file, row: rows.get(file.key) ?? null }
    }
  }

  /** Looks at each file itself: what is removed here is nowhere else but there. */
  async #removeAll() {
    const damaged = new Set(this.#damaged)
    await atOnce(AT_ONCE, keptFiles(this.store.former), async ({ key, sizeBytes }) => {
      this.request.onProgress({ what: key, done: this.#made.removed, total: 0, unit: 'files' })
      if (damaged.has(key) || (await this.store.current.sizeOf(key)) !== sizeBytes) return
      await this.store.former.remove(key)
      this.#made.removed += 1
    })
  }

  #tellDamaged(key: string) {
    if (this.#damaged.length < MOST_TOLD) this.#damaged.push(key)
  }
}

async function* inLots<T>(each: AsyncIterable<T>): AsyncIterable<T[]> {
  let lot: T[] = []
  for await (const one of each) {
    lot.push(one)
    if (lot.length < ROWS_A_LOOK) continue
    yield lot
    lot = []
  }
  if (lot.length > 0) yield lot
}

async function refuseTwoAtOnce(client: pg.Client) {
  const { rows } = await client.query(
    `select pg_try_advisory_lock(hashtext('storage_move')) as ours`
  )
  if (!rows[0].ours)
    throw new CannotMove('Another move of this library runs: wait until it has ended')
}
