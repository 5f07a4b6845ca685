import { createServer, type Server } from 'node:net'
import { once } from 'node:events'
import { test } from '@japa/runner'
import { nextFreePort, portFor } from '#embedded/machine/free_port'
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
