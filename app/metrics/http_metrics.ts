import { Counter, Histogram, type Registry } from 'prom-client'

/** Streams of events end when their reader leaves: they are in the last bucket. */
const BUCKETS_S = [0.01, 0.05, 0.25, 1, 5, 30]
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

export interface AnsweredRequest {
  method: string
  /** Of the route, such as `/videos/:id`; null: no route, such as a file of the console's looks. */
  pattern: string | null
  status: number
  tookS: number
  /** With its headers; less than the file where the reader left. */
  sentBytes: number
}

/** What a web process answered. */
export class HttpMetrics {
  readonly #took
  readonly #sentBytes

  constructor(registry: Registry) {
    this.#took = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Requests that this process answered, by route (its pattern, never the address), method and class of status',
      labelNames: ['route', 'method', 'status'] as const,
      buckets: BUCKETS_S,
      registers: [registry],
    })
    this.#sentBytes = new Counter({
      name: 'http_response_bytes_total',
      help: 'Bytes that this process answered with, headers included, by route; what an nginx or a bucket sends is not among them',
      labelNames: ['route'] as const,
      registers: [registry],
    })
  }

  answered({ method, pattern, status, tookS, sentBytes }: AnsweredRequest) {
    const labels = {
      route: pattern ?? 'none',
      method: METHODS.has(method) ? method : 'other',
      status: `${Math.floor(status / 100)}xx`,
    }
    this.#took.observe(labels, tookS)
    this.#sentBytes.inc({ route: labels.route }, sentBytes)
  }
}
