/** Where a console is served, and somebody who may see it. */
export interface ConsoleSite {
  /** `http://127.0.0.1:3333` */
  url: string
  email: string
  password: string
}

/** Somebody who is signed in at a site, as a browser would be. */
export class ConsoleClient {
  #cookies = new Map<string, string>()

  constructor(private site: ConsoleSite) {}

  /** @throws Error where the site does not take them */
  async signIn(): Promise<void> {
    const form = await this.get('/login')
    const token = form.match(/name='_csrf' value='([^']+)'/)?.[1] ?? ''
    const { email, password } = this.site
    const body = new URLSearchParams({ email, password, _csrf: token })
    const answer = await this.#send('/login', { method: 'POST', body })
    if (answer.headers.get('location') !== '/') {
      throw new Error(`${this.site.url} does not let ${email} in (${answer.status})`)
    }
  }

  /** The whole page. @throws Error where it is none */
  async get(path: string): Promise<string> {
    const answer = await this.#send(path, {})
    if (answer.status !== 200) throw new Error(`${this.site.url}${path} answers ${answer.status}`)
    return answer.text()
  }

  /** What the console's own scripts send. @throws Error where it is not taken */
  async post(path: string, body: object): Promise<void> {
    const token = decodeURIComponent(this.#cookies.get('XSRF-TOKEN') ?? '')
    const headers = { 'content-type': 'application/json', 'x-xsrf-token': token }
    const answer = await this.#send(path, { method: 'POST', headers, body: JSON.stringify(body) })
    await answer.text()
    if (!answer.ok) throw new Error(`${this.site.url}${path} answers ${answer.status}`)
  }

  /** An answer that goes on until the signal. @throws Error where there is none */
  async stream(path: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
    const answer = await this.#send(path, { signal })
    if (answer.status === 200 && answer.body) return answer.body
    throw new Error(`${this.site.url}${path} answers ${answer.status}`)
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...init.headers, cookie }
    const answer = await fetch(this.site.url + path, { ...init, headers, redirect: 'manual' })
    for (const set of answer.headers.getSetCookie()) {
      const [name, value] = set.split(';')[0].split(/=(.*)/s)
      this.#cookies.set(name, value)
    }
    return answer
  }
}
