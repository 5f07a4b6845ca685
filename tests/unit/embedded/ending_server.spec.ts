import { createServer, type RequestListener, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { test } from '@japa/runner'
import { EndingServer } from '#embedded/ending_server'

const STALLED_MS = 400
const PIECE_BYTES = 64 * 1024
const PIECES = 512
/** More than what lies between the two ends holds. */
const LARGE = Buffer.alloc(PIECES * PIECE_BYTES)
const HEAD = 'Host: localhost\r\n'

test.group('A web server that ends', (group) => {
  let server: Server
  const clients: Socket[] = []
  group.each.teardown(() => {
    clients.splice(0).forEach((client) => client.destroy())
    server.closeAllConnections()
  })

  /** Ends as the web process does: first connections, then the server. */
  const serve = async (handler: RequestListener) => {
    server = createServer(handler)
    const ending = new EndingServer(server, null, STALLED_MS)
    await once(server.listen(0, '127.0.0.1'), 'listening')
    return async () => {
      await ending.drain()
      await new Promise((resolve) => server.close(resolve))
    }
  }

  const ask = async (words = '') => {
    const client = connect((server.address() as AddressInfo).port, '127.0.0.1')
    client.on('error', () => {}) // cut off, as is meant
    clients.push(client)
    await once(client, 'connect')
    if (words) client.write(words)
    await delay(50)
    return client
  }

  const SILENT = {
    'asked for nothing': '',
    'stopped in the head of a request': `GET / HTTP/1.1\r\n${HEAD}`,
    'stopped in the body of a request': `POST / HTTP/1.1\r\n${HEAD}Content-Length: 9\r\n\r\nabc`,
    'reads no more of its answer': `GET /large HTTP/1.1\r\n${HEAD}\r\n`,
  }
  for (const [name, words] of Object.entries(SILENT)) {
    test(`leaves a client that ${name}`, async ({ assert }) => {
      const end = await serve((request, answer) => {
        request.resume().once('end', () => answer.end(request.url === '/large' ? LARGE : 'done'))
      })
      const client = await ask(words)

      await end()

      client.resume()
      if (!client.closed) await once(client, 'close')
      assert.isTrue(client.closed)
    })
  }

  test('waits for an answer that takes long, and for a client that reads slowly', async ({
    assert,
  }) => {
    const pieces = () => Array.from({ length: PIECES }, () => LARGE.subarray(0, PIECE_BYTES))
    const end = await serve(async (request, answer) => {
      if (request.url === '/large') return void Readable.from(pieces()).pipe(answer)
      await delay(3 * STALLED_MS)
      answer.end('done')
    })
    const waiting = await ask(`GET / HTTP/1.1\r\n${HEAD}\r\n`)
    const reading = await ask(`GET /large HTTP/1.1\r\n${HEAD}\r\n`)
    const answer = waiting.toArray()
    let bytes = 0
    const read = async () => {
      for await (const chunk of reading) {
        bytes += chunk.length
        if (bytes < LARGE.length / 4) await delay(5)
      }
    }

    await Promise.all([end(), read()])

    assert.match(Buffer.concat(await answer).toString(), /done/)
    assert.isAbove(bytes, LARGE.length)
  })

  test('sends to its end what a client is still reading', async ({ assert }) => {
    const end = await serve((_request, answer) => void answer.end(LARGE))
    const reading = await ask(`GET / HTTP/1.1\r\n${HEAD}\r\n`)

    const ended = end()
    await delay(STALLED_MS / 4)
    const whole = Buffer.concat(await reading.toArray())
    await ended

    assert.isAbove(whole.length, LARGE.length)
  })
})
