import { connect } from 'node:net'
import { once } from 'node:events'
import { mustBeAsDescribed } from '#tests/helpers/check_answers'

export interface RawAnswer {
  status: number
  head: string
  body: string
}

/** A connection to the server under test, for requests that no well-behaved client sends. */
export async function openConnection() {
  const socket = connect(Number(process.env.PORT), process.env.HOST)
  await once(socket, 'connect')
  return socket
}

/** Sends bytes as they are and reads until the server hangs up. */
export async function rawRequest(...pieces: (string | Buffer)[]): Promise<RawAnswer> {
  const socket = await openConnection()
  const received: Buffer[] = []
  socket.on('data', (chunk) => received.push(chunk))
  socket.on('error', () => undefined) // the server may hang up while we still send
  for (const piece of pieces) socket.write(piece)
  await once(socket, 'close')
  const [head, body = ''] = Buffer.concat(received).toString().split('\r\n\r\n', 2)
  const answer = { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body }
  await checkAnswer(String(pieces[0]), answer)
  return answer
}

/** What Node refuses by itself never came to us, and has no request's id. */
async function checkAnswer(request: string, { status, head, body }: RawAnswer) {
  if (!head.includes('x-request-id') || head.includes('transfer-encoding')) return
  const [method, path] = request.split(' ', 2)
  const contentType = /content-type: (.*)/.exec(head)?.[1] ?? null
  const isJson = contentType?.includes('json') && body !== ''
  const read = isJson ? JSON.parse(body) : undefined
  await mustBeAsDescribed({ method, path, status, contentType, body: read })
}

/** Head and body of a multipart upload, byte for byte. */
export function uploadBytes(options: {
  token: string
  parts: { disposition: string; content: string | Buffer }[]
  headers?: Record<string, string>
}): Buffer {
  const boundary = 'the-boundary'
  const body = Buffer.concat([
    ...options.parts.flatMap(({ disposition, content }) => [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ])
  const headers = {
    'Host': '127.0.0.1',
    'Connection': 'close',
    'Authorization': `Bearer ${options.token}`,
    'Content-Type': `multipart/form-data; boundary=${boundary}`,
    'Content-Length': String(body.length),
    ...options.headers,
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`POST /api/v1/videos HTTP/1.1\r\n${lines.join('')}\r\n`), body])
}
