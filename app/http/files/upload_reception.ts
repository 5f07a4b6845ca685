import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { NoFileSent, UnexpectedFile } from '#http/files/errors'
import type { Actor } from '#accounts/actor'
import type IngestVideo from '#videos/ingest_video'
import type Video from '#videos/video'

export interface UploadOrder<F> {
  ingest: IngestVideo
  by: Actor
  /** Reads the form's other fields. @throws where they are wrong: the file is not kept then */
  check: (fields: unknown) => Promise<F>
}

type FilePart = Readable & { name?: string; filename?: string }

const FILE_FIELDS = ['video', 'file']
const MAX_NAME_LENGTH = 255

/** One file on its way from a form to a video; it ends taken or abandoned, and abandoned leaves nothing. */
export class UploadReception<F extends { title?: string | null }> {
  /** Ended only when the form is known to be right: until then the file is not whole. */
  readonly #content = new PassThrough()
  #taken: Promise<Video> | null = null
  #refusal: Error | null = null
  #title: string | null = null

  constructor(
    private order: UploadOrder<F>,
    private stopReading: (error: Error) => void
  ) {
    this.#content.on('error', () => undefined) // whoever reads or writes hears of it; nobody may
  }

  /** Lets a file of the form flow in. */
  async take(part: FilePart): Promise<void> {
    part.on('error', () => undefined) // the form says so too
    const fieldName = part.name ?? ''
    if (this.#taken || !FILE_FIELDS.includes(fieldName)) {
      return this.#refuse(part, new UnexpectedFile(fieldName))
    }
    this.#taken = this.#ingest(nameOf(part))
    this.#taken.catch((error) => this.stopReading(error))
    await pipeline(part, this.#content, { end: false })
  }

  /** Makes the video once the form was read to its end. */
  async finish(fields: unknown): Promise<{ video: Video; fields: F }> {
    if (!this.#taken) throw new NoFileSent()
    const checked = await this.#check(fields)
    this.#title = checked.title ?? null
    this.#content.end()
    return { video: await this.#taken, fields: checked }
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

  #ingest(originalName: string): Promise<Video> {
    const { ingest, by } = this.order
    const title = () => this.#title
    return ingest.handle({
      content: this.#content,
      originalName,
      by,
      get title() {
        return title()
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

/** What Postgres and people can read of the sender's name for the file. */
function nameOf(part: FilePart): string {
  const name = (part.filename ?? '')
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
  return Array.from(name).slice(0, MAX_NAME_LENGTH).join('') || 'video'
}
