import createClient, { type Client } from 'openapi-fetch'
import type { JobDetails, paths, UploadedVideo } from './api.js'
import type { ItemOf, ListOptions, ListPath } from './lists.js'
import { errorOf, MediakeepError } from './mediakeep_error.js'
import { retryingFetch, type Fetch } from './retrying_fetch.js'
import { wait } from './wait.js'

export type * from './api.js'
export { MediakeepError }

export interface MediakeepOptions {
  /** Where it is reached, such as `https://media.example.org`. */
  url: string
  /** An API token, `mk_...`. */
  token: string
  /** Requests in all until one succeeds; 4 where it is left out. */
  maxTries?: number
  /** Waited before the second request, doubled before each other; 500 where it is left out. */
  firstDelayMs?: number
  /** Left out: the one that is everywhere. */
  fetch?: Fetch
}

export interface UploadOptions {
  /** Left out: that of the file. */
  name?: string
  title?: string
  /** A job by this preset is started too. */
  preset?: string
  /** Of that job, -100 to 100. */
  priority?: number
  /** What to do where the same bytes are there already; `allow` where it is left out. */
  duplicate?: 'allow' | 'reuse' | 'reject'
  signal?: AbortSignal
}

export interface WaitOptions {
  /** Between two questions; 1000 where it is left out. */
  pollMs?: number
  signal?: AbortSignal
  onProgress?: (job: JobDetails) => void
}

const ENDS = new Set(['completed', 'failed', 'cancelled'])

/** A Mediakeep, as a program talks to it. */
export class Mediakeep {
  /** Every call by method and path, typed: `api.GET('/jobs/{id}', { params: { path: { id } } })`. */
  readonly api: Client<paths>
  readonly #options: MediakeepOptions
  readonly #fetch: Fetch

  constructor(options: MediakeepOptions) {
    const { url, maxTries = 4, firstDelayMs = 500 } = options
    this.#options = options
    this.#fetch = options.fetch ?? ((request) => globalThis.fetch(request))
    this.api = createClient<paths>({
      baseUrl: `${url.replace(/\/+$/, '')}/api/v1`,
      headers: { authorization: `Bearer ${options.token}` },
      fetch: retryingFetch(this.#fetch, { maxTries, firstDelayMs }),
    })
    this.api.use({
      onResponse: async ({ response }) => {
        if (!response.ok) throw await errorOf(response)
      },
    })
  }

  /** Everything that a list holds, page after page. @throws MediakeepError */
  async *list<Path extends ListPath>(
    path: Path,
    options: Partial<ListOptions<Path>> = {}
  ): AsyncGenerator<ItemOf<Path>, void> {
    const { query = {}, ...params } = options as { query?: object }
    let after: string | undefined
    do {
      const page = await this.#page(path, {
        ...params,
        query: { ...query, ...(after && { after }) },
      })
      yield* page.data as ItemOf<Path>[]
      after = page.meta.next_cursor ?? undefined
    } while (after)
  }

  /** The job when it has ended, however it did: look at its `status`. @throws MediakeepError */
  async waitForJob(id: string, options: WaitOptions = {}): Promise<JobDetails> {
    const { pollMs = 1000, signal, onProgress } = options
    for (;;) {
      const { data } = await this.api.GET('/jobs/{id}', { params: { path: { id } }, signal })
      onProgress?.(data!)
      if (ENDS.has(data!.status)) return data!
      await wait(pollMs, signal)
    }
  }

  /**
   * Sends a file as it is read: in Node `await openAsBlob(path)`, in a browser what a form has. It is sent once: of a file that
   * broke off nothing stays.
   *
   * @throws MediakeepError
   */
  async upload(file: Blob, options: UploadOptions = {}): Promise<UploadedVideo> {
    const { name, signal, ...fields } = options
    const form = new FormData()
    for (const [field, value] of Object.entries(fields)) form.set(field, String(value))
    form.set('video', file, name ?? (file as Partial<File>).name ?? 'video')
    const { url, token } = this.#options
    const address = `${url.replace(/\/+$/, '')}/api/v1/videos`
    const headers = { authorization: `Bearer ${token}` }
    const request = new Request(address, { method: 'POST', headers, body: form, signal })
    const response = await this.#fetch(request)
    if (!response.ok) throw await errorOf(response)
    return (await response.json()) as UploadedVideo
  }

  async #page(path: string, params: object) {
    const get = this.api.GET as unknown as (
      path: string,
      options: object
    ) => Promise<{ data: Page }>
    const { data } = await get(path, { params })
    return data
  }
}

interface Page {
  data: unknown[]
  meta: { next_cursor: string | null }
}
