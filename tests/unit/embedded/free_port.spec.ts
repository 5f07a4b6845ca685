import { createServer, type Server } from 'node:net'
import { once } from 'node:events'
import { test } from '@japa/runner'
import { freePorts, nextFreePort, portFor } from '#embedded/machine/free_port'
import { chooseAddress } from '#embedded/supervision/console_address'

const HOST = '127.0.0.1'

test.group('ports', (group) => {
  let server: Server
  let taken: number
  group.each.setup(async () => {
    server = createServer().listen(0, HOST)
    await once(server, 'listening')
    taken = (server.address() as { port: number }).port
    return () => {
      server.close()
    }
  })

  test('the port of last time is kept when it is free', async ({ assert }) => {
    server.close()
    await once(server, 'close')

    assert.equal(await portFor(taken, HOST), taken)
  })

  test('another one is taken when it is not', async ({ assert }) => {
    assert.notEqual(await portFor(taken, HOST), taken)
  })

  test('several come one after the other, below what clients are given', async ({ assert }) => {
    const ports = await freePorts(3, HOST)

    assert.deepEqual(ports, [ports[0], ports[0] + 1, ports[0] + 2])
    assert.isBelow(ports[2], 32_768)
  })

  test('none is found on an address that is not of this machine', async ({ assert }) => {
    await assert.rejects(() => freePorts(1, '203.0.113.7'), /No port is free on 203\.0\.113\.7/)
  })

  test('the next free one is above', async ({ assert }) => {
    assert.isAbove(await nextFreePort(taken, HOST), taken)
  })

  test('a named port that is taken is refused by its number', async ({ assert }) => {
    await assert.rejects(
      () => chooseAddress({}, taken),
      `Port ${taken} is taken on ${HOST}: stop what listens there or name another`
    )
  })

  test('the address is one that a person can open', async ({ assert }) => {
    server.close()
    await once(server, 'close')

    const { url } = await chooseAddress({ HOST: '0.0.0.0', PORT: String(taken) }, undefined)

    assert.equal(url, `http://localhost:${taken}`)
  })
})
