import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { refuseReader, type MetricsGuard, type Refusal } from '#metrics/may_read'
import type { Metrics } from '#metrics/metrics'

/** Processes on one machine share a setting: each takes the next port that is free. */
const PORTS_TRIED = 10

export interface DoorOrder {
  host: string
  /** The first that is tried. */
  port: number
  guard: MetricsGuard
  metrics: Metrics
}

/** A port of its own on which a process without a console tells its metrics. */
export class MetricsDoor {
  readonly #order: DoorOrder
  readonly #server: Server
  /** Null: it is not open. */
  port: number | null = null

  constructor(order: DoorOrder) {
    this.#order = order
    this.#server = createServer((request, response) => void this.#answer(request, response))
  }

  /** Tries ten ports from the one that was named. @throws the error of the last one */
  async open(): Promise<number> {
    const { port: first, host } = this.#order
    const last = Math.min(first + PORTS_TRIED - 1, 65_535)
    for (let port = first; ; port += 1) {
      try {
        await this.#listen(port, host)
        return (this.port = port)
      } catch (error) {
        const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
        if (!isTaken || port === last) throw error
      }
    }
  }

  close() {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  /** It keeps nobody alive. */
  async #listen(port: number, host: string) {
    this.#server.listen(port, host)
    await once(this.#server, 'listening')
    this.#server.unref()
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    const { guard, metrics } = this.#order
    if (request.url?.split('?')[0] !== '/metrics') return say(response, 404, 'Metrics: /metrics')
    const refusal = refuseReader(request, guard)
    if (refusal) return refuse(response, refusal)
    try {
      const text = await metrics.text()
      response.writeHead(200, { 'content-type': metrics.contentType }).end(text)
    } catch {
      say(response, 500, 'The metrics could not be told')
    }
  }
}

function refuse(response: ServerResponse, { status, words }: Refusal) {
  if (status === 401) response.setHeader('www-authenticate', 'Bearer')
  say(response, status, words)
}

function say(response: ServerResponse, status: number, words: string) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${words}\n`)
}
