import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { until } from './until.js'

export interface Received {
  headers: Record<string, string>
  /** As it was sent, for signatures. */
  text: string
  body: { id: number; type: string; video_id: number | null; data: Record<string, unknown> }
}

type Answerer = (response: ServerResponse, at: number) => void

export interface Receiver {
  url: string
  received: Received[]
  /** How it answers from now on; `at` counts requests from 0. */
  answerWith(answer: Answerer): void
  heard(count: number): Promise<void>
  close(): Promise<void>
}

/** A real receiver of webhooks on this machine, which takes everything until it is told otherwise. */
export async function receiveWebhooks(): Promise<Receiver> {
  const received: Received[] = []
  let answer: Answerer = (response) => response.end('thank you')
  const server = createServer(async (request, response) => {
    const text = await bodyOf(request)
    const headers = request.headers as Record<string, string>
    received.push({ headers, text, body: JSON.parse(text) })
    answer(response, received.length - 1)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answerWith: (wanted) => (answer = wanted),
    heard: (count) => until(async () => received.length >= count),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}
