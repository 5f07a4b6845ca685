import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import type { ServedLibrary } from '#embedded/served_libraries'

/** A program that uses the API, as an integrator's would. */
export class ApiClient {
  constructor(
    readonly url: string,
    private token: string
  ) {}

  static of({ url, token }: ServedLibrary): ApiClient {
    return new ApiClient(url, token)
  }

  /** Asks and throws the answer away as it comes. @returns bytes @throws Error where it is a refusal */
  async read(path: string, headers: Record<string, string> = {}): Promise<number> {
    const answer = await this.#send(path, { headers })
    let sizeBytes = 0
    for await (const chunk of answer.body!) sizeBytes += chunk.length
    return sizeBytes
  }

  async json<T>(path: string): Promise<T> {
    return (await this.#send(path, {})).json() as Promise<T>
  }

  /** @returns the id of the video */
  async upload(file: string): Promise<number> {
    const body = new FormData()
    body.append('video', await openAsBlob(file), basename(file))
    const answer = await this.#send('/api/v1/videos', { method: 'POST', body })
    return ((await answer.json()) as { id: number }).id
  }

  async remove(id: number): Promise<void> {
    await this.#send(`/api/v1/videos/${id}`, { method: 'DELETE' })
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...init.headers, authorization: `Bearer ${this.token}` }
    const answer = await fetch(this.url + path, { ...init, headers })
    if (answer.ok) return answer
    throw new Error(`${this.url}${path} answers ${answer.status}: ${await answer.text()}`)
  }
}
