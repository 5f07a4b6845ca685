import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { AllowedAddresses } from '#outbound/allowed_addresses'
import { exchange } from '#outbound/exchange'
import { Outbound } from '#outbound/outbound'
import type { FindAddresses } from '#outbound/resolve_host'

const LIMITS = {
  connectMs: 2000,
  firstByteMs: 2000,
  noProgressMs: 2000,
  wholeMs: 5000,
  maxBytes: 1000,
}
const HERE = { address: '127.0.0.1', family: 4 }
const GET = { limits: LIMITS, maxRedirects: 3 }

/** A server of ours behind the name `films.test`, which is allowed by name alone. */
async function world(listener: RequestListener, find: FindAddresses = async () => [HERE]) {
  const server = createServer(listener)
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const lookups: string[] = []
  const outbound = new Outbound(new AllowedAddresses(['films.test']), 'Mediakeep/test', (name) => {
    lookups.push(name)
    return find(name)
  })
  return { outbound, port, sockets, lookups, at: `http://films.test:${port}`, stop: stopOf(server) }
}

function stopOf(server: Server) {
  return () => {
    server.closeAllConnections()
    server.close()
  }
}

test.group('Outbound: which addresses', () => {
  const bare = new Outbound(new AllowedAddresses([]), 'x', async () => [HERE])

  test('refuses {$self}')
    .with([
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f000001',
      '0x7f.1',
      '0177.0.0.1',
      '127.0.0.1.',
      '①②⑦.⓪.⓪.①',
      '0',
      '0.0.0.0',
      '10.0.0.1',
      '172.16.9.9',
      '192.168.1.1',
      '169.254.169.254',
      '100.100.100.200',
      '168.63.129.16',
      '192.0.0.192',
      '198.18.0.1',
      '224.0.0.1',
      '240.0.0.1',
      '255.255.255.255',
      '[::]',
      '[::1]',
      '[::127.0.0.1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:8.8.8.8]',
      '[::ffff:a9fe:a9fe]',
      '[64:ff9b::7f00:1]',
      '[2002:7f00:1::]',
      '[2001:0:7f00:1::]',
      '[fd00:ec2::254]',
      '[fe80::1]',
      '[fec0::1]',
      '[ff02::1]',
      '[2001:db8::1]',
      'localhost',
      'localhost.',
      'LOCALHOST',
      'some.name.test',
    ])
    .run(async ({ assert }, host) => {
      await assert.rejects(() => bare.check(`http://${host}/`), /OUTBOUND_ALLOWED_PRIVATE hold /)
    })

  test('lets {$self} through')
    .with(['8.8.8.8', '1.1.1.1', '172.32.0.1', '[2606:4700::1111]', '[2a00:1450:4001::200e]'])
    .run(async ({ assert }, host) => {
      assert.equal((await bare.check(`https://${host}/a#b`)).href, `https://${host}/a`)
    })

  test('{address}: {says}')
    .with([
      { address: 'ftp://8.8.8.8/a', says: /must begin with http/ },
      { address: 'file:///etc/passwd', says: /must begin with http/ },
      { address: 'unix:/var/run/x.sock:/a', says: /must begin with http/ },
      { address: 'data:text/plain,a', says: /must begin with http/ },
      { address: 'http://me:secret@8.8.8.8/', says: /leave out the name and password/ },
      { address: 'http://[fe80::1%25eth0]/', says: /no address that can be called/ },
      { address: 'films', says: /give one such as/ },
      { address: `http://8.8.8.8/${'a'.repeat(5000)}`, says: /longer than 4096/ },
    ])
    .run(async ({ assert }, { address, says }) => {
      const error = await bare.check(address).catch((thrown) => thrown)
      assert.equal(error.code, 'E_ADDRESS_INVALID')
      assert.match(error.message, says)
      assert.notInclude(error.message, 'secret')
    })

  test('refuses a name where one of its addresses is private', async ({ assert }) => {
    const both = [{ address: '8.8.8.8', family: 4 }, HERE]
    const outbound = new Outbound(new AllowedAddresses([]), 'x', async () => both)
    await assert.rejects(() => outbound.check('http://two.test/'), /leads to 127\.0\.0\.1/)
  })

  test('tells of a name that nobody knows', async ({ assert }) => {
    const nobody: FindAddresses = async () => Promise.reject(new Error('ENOTFOUND'))
    const outbound = new Outbound(new AllowedAddresses([]), 'x', nobody)
    await assert.rejects(() => outbound.check('http://slip.test/'), /slip\.test\/ has no address/)
  })

  test('{entry} allows {address}: {isAllowed}')
    .with([
      { entry: '10.0.5.0/24', address: '10.0.5.9', isAllowed: true },
      { entry: '10.0.5.0/24', address: '10.0.6.9', isAllowed: false },
      { entry: '10.0.5.0/24', address: '[fd00::7]', isAllowed: false },
      { entry: 'fd00::/8', address: '[fd00::7]', isAllowed: true },
      { entry: '127.0.0.1', address: '127.0.0.1', isAllowed: true },
      { entry: '127.0.0.1', address: '127.0.0.2', isAllowed: false },
      { entry: 'Intranet.Test', address: 'intranet.test.', isAllowed: true },
      { entry: 'intranet.test', address: 'other.intranet.test', isAllowed: false },
    ])
    .run(async ({ assert }, { entry, address, isAllowed }) => {
      const outbound = new Outbound(new AllowedAddresses([entry]), 'x', async () => [HERE])
      const checked = await outbound.check(`http://${address}/`).catch((error) => error.code)
      assert.equal(checked !== 'E_ADDRESS_REFUSED', isAllowed)
    })

  test('a setting with a slip is told: {$self}')
    .with(['10.0.5', '10.0.5.0/33', '10.0.5.0/', '10.0.5.0/24/8', 'a b', '*', 'http://a.test'])
    .run(({ assert }, entry) => {
      assert.throws(() => new AllowedAddresses([entry]), /is neither an IP address, a range/)
    })
})

test.group('Outbound: the connection', () => {
  test('goes where the name led at first, with a socket for each call', async ({
    assert,
    cleanup,
  }) => {
    let asked = 0
    const rebinding: FindAddresses = async () => {
      asked += 1
      return asked <= 2 ? [HERE] : [{ address: '127.0.0.9', family: 4 }]
    }
    const { outbound, at, sockets, lookups, stop } = await world((_, response) => {
      response.end('film')
    }, rebinding)
    cleanup(stop)
    for (const path of ['/a', '/b']) {
      const { content } = await outbound.get(`${at}${path}`, GET)
      assert.equal(await text(content), 'film')
    }
    assert.deepEqual(lookups, ['films.test', 'films.test'])
    assert.equal(sockets.size, 2)
  })

  test('refuses once more what slipped past the first look', async ({ assert, cleanup }) => {
    const { port, sockets, stop } = await world((_, response) => response.end())
    cleanup(stop)
    for (const name of ['films.test', '127.0.0.1']) {
      const call = exchange({
        url: new URL(`http://${name}:${port}/`),
        host: { addresses: [HERE], allowed: [] },
        method: 'GET',
        headers: {},
        limits: LIMITS,
        signal: new AbortController().signal,
      })
      await assert.rejects(() => call, /leads to 127\.0\.0\.1, which is private/)
    }
    assert.equal(sockets.size, 0)
  })

  test('looks at the address again after every redirect: {$self}')
    .with(['http://127.0.0.1:PORT/', 'http://other.test:PORT/', '//[::1]:PORT/'])
    .run(async ({ assert, cleanup }, place) => {
      const { outbound, at, port, sockets, stop } = await world((_, response) => {
        response.writeHead(302, { location: place.replace('PORT', String(port)) }).end('x')
      })
      cleanup(stop)
      const error = await outbound.get(at, GET).catch((thrown) => thrown)
      assert.equal(error.code, 'E_ADDRESS_REFUSED')
      assert.equal(sockets.size, 1)
    })

  test('takes no password and no other protocol from a redirect: {$self}')
    .with(['http://a:b@films.test/', 'file:///etc/passwd', 'unix:/x:/y'])
    .run(async ({ assert, cleanup }, location) => {
      const { outbound, at, stop } = await world((_, response) => {
        response.writeHead(307, { location }).end()
      })
      cleanup(stop)
      const error = await outbound.get(at, GET).catch((thrown) => thrown)
      assert.equal(error.code, 'E_ADDRESS_INVALID')
    })

  test('follows as many redirects as it may, and no cookie with them', async ({
    assert,
    cleanup,
  }) => {
    const cookies: unknown[] = []
    const { outbound, at, stop } = await world((request, response) => {
      cookies.push(request.headers.cookie)
      const left = Number(request.url!.slice(1))
      if (left === 0) return response.end('there')
      response.writeHead(301, { 'location': `/${left - 1}`, 'set-cookie': 'a=b' }).end()
    })
    cleanup(stop)
    const { url, content } = await outbound.get(`${at}/3`, GET)
    assert.equal(await text(content), 'there')
    assert.equal(url.href, `${at}/0`)
    assert.deepEqual(cookies, [undefined, undefined, undefined, undefined])
    await assert.rejects(() => outbound.get(`${at}/4`, GET), /redirects more than 3 times/)
  })

  test('{when} is told')
    .with([
      {
        when: 'a server that says nothing',
        listener: (() => {}) as RequestListener,
        limits: { firstByteMs: 100 },
        says: /did not answer within 0\.1 s/,
      },
      {
        when: 'a stream that stops',
        listener: ((_, response) => response.write('a')) as RequestListener,
        limits: { noProgressMs: 100 },
        says: /sent nothing within 0\.1 s/,
      },
      {
        when: 'a stream that drips',
        listener: ((_, response) => {
          const drip = setInterval(() => response.write('a'), 10)
          response.on('close', () => clearInterval(drip))
        }) as RequestListener,
        limits: { wholeMs: 200 },
        says: /was not through within 0\.2 s/,
      },
      {
        when: 'a size that is too large beforehand',
        listener: ((_, response) => {
          response.writeHead(200, { 'content-length': 1001 }).write('a')
        }) as RequestListener,
        limits: {},
        says: /more than the 1000 bytes/,
      },
      {
        when: 'a stream that grows too large',
        listener: ((_, response) => {
          response.write('a'.repeat(999))
          response.end('bc')
        }) as RequestListener,
        limits: {},
        says: /more than the 1000 bytes/,
      },
      {
        when: 'a stream that breaks off',
        listener: ((_, response) => {
          response.writeHead(200, { 'content-length': 500 })
          response.write('a', () => response.destroy())
        }) as RequestListener,
        limits: {},
        says: /it broke off/,
      },
      {
        when: 'a server that speaks something else',
        listener: ((request) => request.socket.end('220 mail ready\r\n')) as RequestListener,
        limits: {},
        says: /it speaks no HTTP/,
      },
    ])
    .run(async ({ assert, cleanup }, { listener, limits, says }) => {
      const { outbound, at, stop } = await world(listener)
      cleanup(stop)
      const call = { limits: { ...LIMITS, ...limits }, maxRedirects: 0 }
      const read = async () => text((await outbound.get(at, call)).content)
      const error = await read().catch((thrown) => thrown)
      assert.match(error.message, says)
      assert.match(error.code, /^E_A/)
    })

  test('unpacks nothing', async ({ assert, cleanup }) => {
    let asked: unknown
    const { outbound, at, stop } = await world((request, response) => {
      asked = request.headers['accept-encoding']
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip at all')
    })
    cleanup(stop)
    const { content } = await outbound.get(at, GET)
    assert.equal(await text(content), 'no gzip at all')
    assert.equal(asked, 'identity')
  })

  test('stops when it is told to', async ({ assert, cleanup }) => {
    const { outbound, at, stop } = await world((_, response) => response.write('a'))
    cleanup(stop)
    const control = new AbortController()
    const { content } = await outbound.get(at, { ...GET, signal: control.signal })
    control.abort(new Error('somebody cancelled'))
    await assert.rejects(() => text(content), /somebody cancelled/)
  })
})

test.group('Outbound: a post', () => {
  test('sends its body and reads the answer, whatever its status', async ({ assert, cleanup }) => {
    let sent: unknown
    const { outbound, at, stop } = await world(async (request, response) => {
      const { method, headers } = request
      sent = [method, headers['user-agent'], headers['x-a'], await text(request)]
      response.writeHead(500).end('no')
    })
    cleanup(stop)
    const answer = await outbound.post(at, { body: '{}', headers: { 'x-a': 'b' }, limits: LIMITS })
    assert.deepEqual(sent, ['POST', 'Mediakeep/test', 'b', '{}'])
    assert.containsSubset(answer, { status: 500, isCut: false, ip: '127.0.0.1' })
    assert.equal(answer.body.toString(), 'no')
  })

  test('follows no redirect and reads no more than it may', async ({ assert, cleanup }) => {
    const { outbound, at, sockets, stop } = await world((_, response) => {
      response.writeHead(302, { location: '/other' }).end('a'.repeat(5000))
    })
    cleanup(stop)
    const answer = await outbound.post(at, { body: '', limits: LIMITS })
    assert.containsSubset(answer, { status: 302, isCut: true })
    assert.lengthOf(answer.body, 1000)
    assert.equal(sockets.size, 1)
  })

  test('tells of a server that is not there', async ({ assert }) => {
    const { outbound, at, stop } = await world(() => {})
    stop()
    const error = await outbound.post(at, { body: '', limits: LIMITS }).catch((thrown) => thrown)
    assert.equal(error.code, 'E_ADDRESS_UNREACHABLE')
    assert.match(error.message, /it refuses the connection/)
    assert.isTrue(error.canRetryHelp)
  })
})
