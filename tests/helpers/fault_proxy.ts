import { once } from 'node:events'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

/** What the proxy does to a request that is struck. */
export type FaultKind =
  /** Answers so without asking. */
  | '500'
  | '503'
  | '403'
  /** Never answers. */
  | 'hang'
  /** Closes while the body comes in. */
  | 'cut'
  /** Closes in the middle of the answer. */
  | 'cut_answer'
  /** Lets the request through and closes instead of answering. */
  | 'lost_answer'
  /** Answers late. */
  | 'latency'
  /** One byte of the answer's body is another. */
  | 'flip'

export interface Fault {
  kind: FaultKind
  /** Of requests, 0..1; all unless told. */
  rate?: number
  /** Only this method. */
  method?: string
  /** Only where the address matches. */
  path?: RegExp
  /** At most so often. */
  times?: number
  /** Bytes that pass before a cut. */
  afterBytes?: number
  latencyMs?: number
}

export interface FaultProxy {
  address: string
  /** Requests that were struck since the fault was set. */
  struck: () => number
  /** Null: none. */
  set(fault: Fault | null): void
  /** Closes every connection now. */
  cutAll(): void
  close(): Promise<void>
}

const CODES = { 500: 'InternalError', 503: 'SlowDown', 403: 'AccessDenied' } as const

/** A proxy of HTTP that makes mistakes on request; signatures stay valid, for the Host is passed on. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  let fault: Fault | null = null
  let struck = 0
  const server = http.createServer((request, response) => {
    const isHit = fault !== null && hits(fault, request, struck)
    if (isHit) struck += 1
    const upstream = { target: new URL(target), request, response }
    if (isHit) strike(fault!, upstream)
    else passOn(upstream)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  return {
    address: `http://127.0.0.1:${port}`,
    struck: () => struck,
    set: (next) => {
      fault = next
      struck = 0
    },
    cutAll: () => server.closeAllConnections(),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function hits({ rate = 1, method, path, times }: Fault, request: IncomingMessage, struck: number) {
  if (times !== undefined && struck >= times) return false
  if (method && request.method !== method) return false
  if (path && !path.test(request.url ?? '')) return false
  return Math.random() < rate
}

interface Exchange {
  target: URL
  request: IncomingMessage
  response: ServerResponse
}

const STRIKES: Record<FaultKind, (exchange: Exchange, fault: Fault) => void> = {
  500: (exchange) => refuse(exchange, 500),
  503: (exchange) => refuse(exchange, 503),
  403: (exchange) => refuse(exchange, 403),
  hang: ({ request }) => void request.resume(),
  cut: ({ request }, { afterBytes = 0 }) => {
    let seen = 0
    const end = () => request.socket.destroy()
    request.on('data', (chunk: Buffer) => (seen += chunk.length) > afterBytes && end())
    request.on('end', end)
  },
  cut_answer: (exchange, { afterBytes = 0 }) => {
    let seen = 0
    passOn(exchange, (chunk) => {
      seen += chunk.length
      if (seen > afterBytes) exchange.response.socket?.destroy()
      return chunk
    })
  },
  lost_answer: (exchange) => {
    passOn(exchange, null)
  },
  latency: (exchange, { latencyMs = 100 }) => {
    void delay(latencyMs).then(() => passOn(exchange))
  },
  flip: (exchange) => {
    passOn(exchange, (chunk) => {
      const flipped = Buffer.from(chunk)
      flipped[0] ^= 0xff
      return flipped
    })
  },
}

function strike(fault: Fault, exchange: Exchange) {
  STRIKES[fault.kind](exchange, fault)
}

function refuse({ request, response }: Exchange, status: keyof typeof CODES) {
  request.resume()
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<?xml version="1.0"?><Error><Code>${CODES[status]}</Code></Error>`)
}

/** @param change what becomes of each piece of the answer; null: it is thrown away and the connection closed */
function passOn(
  { target, request, response }: Exchange,
  change: ((chunk: Buffer) => Buffer) | null = (chunk) => chunk
) {
  const { method, url: path, headers } = request
  const { hostname: host, port } = target
  const asked = http.request({ host, port, method, path, headers, agent: false }, (answer) => {
    if (change === null) return void answer.resume().on('end', () => request.socket.destroy())
    response.writeHead(answer.statusCode!, answer.headers)
    answer.on('data', (chunk: Buffer) => {
      if (!response.write(change(chunk))) answer.pause()
    })
    response.on('drain', () => answer.resume())
    answer.on('end', () => response.end())
  })
  asked.on('error', () => request.socket.destroy())
  response.on('close', () => asked.destroy())
  request.pipe(asked)
}
