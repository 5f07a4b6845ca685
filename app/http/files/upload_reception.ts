import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { NoFileSent, UnexpectedFile } from '#http/files/errors'
import { sentName } from '#http/files/sent_name'
import type { Actor } from '#accounts/actor'
import type { DuplicatePolicy } from '#videos/same_bytes'

/** Takes the file in; `title` and `duplicate` are known only once the content has ended. */
export interface Ingest<T> {
  handle(upload: {
    content: Readable
    originalName: string
    title: string | null
    duplicate?: DuplicatePolicy
    by: Actor
  }): Promise<T>
}

/** What the fields beside a file say of it. */
export interface SaidOfFile {
  title?: string | null
  duplicate?: DuplicatePolicy
}

export interface UploadOrder<F, T> {
  ingest: Ingest<T>
  by: Actor
  /** Fields in which the file may come; the first is the one that people are told. */
  fieldNames: readonly [string, ...string[]]
  /** Reads the form's other fields. @throws where they are wrong: the file is not kept then */
  check: (fields: unknown) => Promise<F>
}

type FilePart = Readable & { name?: string; filename?: string }

/** One file on its way from a form to a record; it ends taken or abandoned, and abandoned leaves nothing. */
export class UploadReception<F extends SaidOfFile, T> {
  /** Ended only when the form is known to be right: until then the file is not whole. */
  readonly #content = new PassThrough()
  #taken: Promise<T> | null = null
  #refusal: Error | null = null
  #said: SaidOfFile = {}

  constructor(
    private order: UploadOrder<F, T>,
    private stopReading: (error: Error) => void
  ) {
    this.#content.on('error', () => undefined) // whoever reads or writes hears of it; nobody may
  }

  /** Lets a file of the form flow in. */
  async take(part: FilePart): Promise<void> {
    part.on('error', () => undefined) // the form says so too
    const fieldName = part.name ?? ''
    const { fieldNames } = this.order
    if (this.#taken || !fieldNames.includes(fieldName)) {
      return this.#refuse(part, new UnexpectedFile(fieldName, fieldNames[0]))
    }
    this.#taken = this.#ingest(sentName(part.filename ?? '') || fieldNames[0])
    this.#taken.catch((error) => this.stopReading(error))
    await pipeline(part, this.#content, { end: false })
  }

  /** Takes the file once the form was read to its end. */
  async finish(fields: unknown): Promise<{ taken: T; fields: F }> {
    if (!this.#taken) throw new NoFileSent(this.order.fieldNames[0])
    const checked = await this.#check(fields)
    this.#said = checked
    this.#content.end()
    return { taken: await this.#taken, fields: checked }
  }

  /** Gives up. @returns why, as the sender should hear it, once nothing is left of the file */
  async abandon(error: unknown): Promise<unknown> {
    this.#content.destroy(new Error('abandoned', { cause: error }))
    const failure = await this.#taken?.then(
      () => null,
      (reason) => reason
    )
    return this.#refusal ?? failure ?? error
  }

  #ingest(originalName: string): Promise<T> {
    const { ingest, by } = this.order
    const said = () => this.#said
    return ingest.handle({
      content: this.#content,
      originalName,
      by,
      get title() {
        return said().title ?? null
      },
      get duplicate() {
        return said().duplicate
      },
    })
  }

  async #check(fields: unknown): Promise<F> {
    return this.order.check(fields).catch((error) => {
      this.#refusal = error
      throw error
    })
  }

  #refuse(part: FilePart, refusal: Error) {
    this.#refusal ??= refusal
    part.resume()
    this.stopReading(refusal)
  }
}
