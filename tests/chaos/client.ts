import { readFile } from 'node:fs/promises'
import type { ClipName } from './clips.js'
import type { Ledger } from './ledger.js'

const ANSWER_MS = 20_000

interface Answer {
  /** 0 where there was none. */
  status: number
  body: Record<string, any>
  tookMs: number
}

/** Somebody who uses the API and writes into the ledger what was promised. */
export class Client {
  #count = 0

  constructor(
    private readonly of: {
      base: () => string
      token: string
      clips: Record<ClipName, string>
      ledger: Ledger
    }
  ) {}

  /** @returns the id of the job, or null where nothing was promised */
  async submit(clip: ClipName, preset: string): Promise<string | null> {
    const title = this.nextTitle()
    const { status, body } = await this.upload(title, clip, preset)
    const { ledger } = this.of
    if (status !== 201) {
      if (status === 0 || status >= 500) ledger.leaveUploadOpen(title, { clip, preset })
      return null
    }
    ledger.acceptVideo({ videoId: body.id, title, clip, isDeleteAsked: false })
    ledger.acceptJob({ jobId: body.job.id, videoId: body.id, clip, preset })
    return body.job.id
  }

  /** A job for a video that is there. */
  async ask(videoId: number, preset: string): Promise<Answer> {
    const { ledger } = this.of
    const clip = ledger.videos.get(videoId)!.clip
    const answer = await this.call('POST', `/videos/${videoId}/jobs`, { preset })
    const { status, body } = answer
    if (status === 202) ledger.acceptJob({ jobId: body.id, videoId, clip, preset })
    else if (status === 0 || status >= 500) ledger.leaveJobOpen(videoId, { clip, preset })
    return answer
  }

  cancel(jobId: string): Promise<Answer> {
    this.of.ledger.askCancel(jobId)
    return this.call('POST', `/jobs/${jobId}/cancellation`, {})
  }

  retry(jobId: string): Promise<Answer> {
    return this.call('POST', `/jobs/${jobId}/retry`, {})
  }

  delete(videoId: number): Promise<Answer> {
    this.of.ledger.askDelete(videoId)
    return this.call('DELETE', `/videos/${videoId}`)
  }

  nextTitle(): string {
    this.#count += 1
    return `chaos ${this.#count}`
  }

  async upload(title: string, clip: ClipName, preset: string | null): Promise<Answer> {
    return this.uploadBytes(title, await readFile(this.of.clips[clip]), preset)
  }

  async uploadBytes(title: string, bytes: Buffer, preset: string | null): Promise<Answer> {
    const form = new FormData()
    form.set('title', title)
    if (preset) form.set('preset', preset)
    form.set('video', new Blob([new Uint8Array(bytes)]), `${title}.mkv`)
    return this.#send('POST', '/videos', { body: form })
  }

  async call(method: string, path: string, json?: object): Promise<Answer> {
    const body = json && JSON.stringify(json)
    return this.#send(method, path, body ? { body, type: 'application/json' } : {})
  }

  async #send(
    method: string,
    path: string,
    { body, type }: { body?: string | FormData; type?: string }
  ): Promise<Answer> {
    const startedAt = performance.now()
    const tookMs = () => Math.round(performance.now() - startedAt)
    try {
      const response = await fetch(`${this.of.base()}/api/v1${path}`, {
        method,
        body,
        headers: {
          authorization: `Bearer ${this.of.token}`,
          ...(type && { 'content-type': type }),
        },
        signal: AbortSignal.timeout(ANSWER_MS),
      })
      const text = await response.text()
      return { status: response.status, body: text ? JSON.parse(text) : {}, tookMs: tookMs() }
    } catch {
      return { status: 0, body: {}, tookMs: tookMs() }
    }
  }
}
