import { setTimeout as delay } from 'node:timers/promises'
import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { SystemRefused } from '#app/terminal/bench/pipeline/errors'
import { readEvents, type StreamedEvent } from '#app/terminal/bench/pipeline/read_events'

/** How often an answer of 429 is waited for. */
const MOST_TRIES = 20
const WAIT_S = 1

/** As `GET /jobs/:id` tells it, as far as it is used here. */
export interface ToldJob {
  id: string
  status: string
  cause: { code: string; message: string } | null
  queued_at: string
  finished_at: string | null
  attempts: { started_at: string }[]
}

/** As `POST /videos` answers. */
export interface ToldVideo {
  id: number
  size_bytes: number
  container: string
  duration_seconds: number
  width: number | null
  height: number | null
  frame_rate: number | null
  video_codec: string | null
  audio_codec: string | null
  job: { id: string } | null
}

export interface ToldWorker {
  host_name: string
  lanes: { encode: { slots: number } }
}

/** A running Mediakeep, by its API. */
export class SystemClient {
  constructor(
    /** Without a slash at its end. */
    readonly url: string,
    private token: string
  ) {}

  /** @returns the video, and how long the upload itself took */
  async upload(file: string, preset: string): Promise<{ video: ToldVideo; uploadS: number }> {
    const blob = await openAsBlob(file)
    let startedAt = 0
    const answer = await this.#send('/videos', () => {
      const body = new FormData()
      for (const [name, value] of [
        ['preset', preset],
        ['duplicate', 'allow'],
      ]) {
        body.set(name, value)
      }
      body.set('video', blob, basename(file))
      startedAt = performance.now()
      return { method: 'POST', body }
    })
    const video = (await answer.json()) as ToldVideo
    return { video, uploadS: (performance.now() - startedAt) / 1000 }
  }

  async job(id: string): Promise<ToldJob> {
    return this.#json(`/jobs/${id}`)
  }

  /** The ffmpeg command that a job ran last; null where it ran none. */
  async commandOf(jobId: string): Promise<string[] | null> {
    const { command } = await this.#json<{ command: string[] | null }>(`/jobs/${jobId}/log?lines=1`)
    return command
  }

  async workers(): Promise<ToldWorker[]> {
    return (await this.#json<{ data: ToldWorker[] }>('/workers')).data
  }

  /** Version of the API's description. */
  async version(): Promise<string> {
    const { info } = await this.#json<{ info: { version: string } }>('/openapi.json')
    return info.version
  }

  /** 0 where nothing happened yet. */
  async lastEventId(): Promise<string> {
    const { data } = await this.#json<{ data: { id: number }[] }>('/events?sort=-id&limit=1')
    return String(data[0]?.id ?? 0)
  }

  /** Ends of jobs as they happen; the server ends it after a while. */
  async *jobEnds(after: string, signal: AbortSignal): AsyncGenerator<StreamedEvent> {
    const types = 'job.completed,job.failed,job.cancelled'
    const headers = { accept: 'text/event-stream' }
    const path = `/events/stream?type=${types}&after=${after}`
    yield* readEvents(await this.#send(path, () => ({ headers, signal })))
  }

  /** Its job is told to stop where it runs. */
  async remove(videoId: number): Promise<void> {
    await this.#send(`/videos/${videoId}`, () => ({ method: 'DELETE' }))
  }

  async #json<T>(path: string): Promise<T> {
    return (await this.#send(path, () => ({}))).json() as Promise<T>
  }

  /** @throws SystemRefused */
  async #send(path: string, request: () => RequestInit): Promise<Response> {
    for (let tries = 1; ; tries++) {
      const answer = await this.#try(path, request())
      if (answer.ok) return answer
      const problem = await problemOf(answer)
      if (answer.status !== 429 || tries === MOST_TRIES) {
        throw new SystemRefused(`${this.url} answers ${problem.words}`, problem.code)
      }
      await delay(Number(answer.headers.get('retry-after') ?? WAIT_S) * 1000)
    }
  }

  async #try(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...init.headers, authorization: `Bearer ${this.token}` }
    try {
      return await fetch(`${this.url}/api/v1${path}`, { ...init, headers })
    } catch (error) {
      if (init.signal?.aborted) throw error
      const { cause, message } = error as Error & { cause?: Error }
      const words = cause?.message || message
      throw new SystemRefused(`${this.url} does not answer: ${words}`, 'E_UNREACHABLE')
    }
  }
}

async function problemOf(answer: Response): Promise<{ code: string; words: string }> {
  const text = await answer.text()
  try {
    const { code, detail } = JSON.parse(text) as { code: string; detail: string }
    return { code, words: `${answer.status}: ${detail}` }
  } catch {
    return { code: `HTTP_${answer.status}`, words: `${answer.status}: ${text.slice(0, 200)}` }
  }
}
