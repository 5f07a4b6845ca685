import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { identityOf, isRunning } from '#embedded/machine/process_identity'
import type { InstanceReport } from '#embedded/supervision/instance_report'
import { waitUntil } from '#embedded/wait_until'
import { Checkout } from './up_checkout.js'

const READY = /Mediakeep runs: (\S+)/

test.group('up', (group) => {
  let checkout: Checkout
  group.setup(async () => {
    checkout = await Checkout.make()
    return () => checkout.remove()
  })
  group.each.timeout(120_000)
  group.each.teardown(async () => {
    await checkout.ace('down')
  })

  test('a fresh checkout under a private home comes up whole and goes down in order', async ({
    assert,
  }) => {
    const up = checkout.start('up')
    const [, url] = await up.saying(READY)

    const health = await fetch(`${url}/health/live`)
    const report = await statusOf(checkout)
    const isTimeKept = await waitUntil(async () => /Schedulers alive: 1/.test(await told()), {
      timeoutMs: 20_000,
    })
    up.process.kill('SIGINT')
    await up.ended

    assert.equal(health.status, 200)
    assert.isTrue(report.isRunning)
    assert.equal(report.url, url)
    assert.isTrue(isTimeKept)
    assert.match(up.stdout, /Log in as \S+@\S+ with password \S{12,}/)
    const stopped = [...up.stdout.matchAll(/Stopped (\w+)/g)].map(([, name]) => name)
    assert.deepEqual(stopped, ['scheduler', 'worker', 'web', 'Redis', 'Postgres'])
    assert.equal(up.process.exitCode, 0)
    assert.deepEqual(await checkout.processes(), [])
  })

  async function told(): Promise<string> {
    const { stdout } = await checkout.ace('status')
    return stdout
  }

  test('a second up says where the first one runs', async ({ assert }) => {
    const up = checkout.start('up')
    const [, url] = await up.saying(READY)

    const second = await checkout.ace('up')

    assert.equal(second.code, 0)
    assert.include(second.stdout, url)
    assert.isNull(up.process.exitCode)
  })

  test('the password of the administrator is shown once', async ({ assert }) => {
    const up = checkout.start('up')

    await up.saying(READY)

    assert.notMatch(up.stdout, /password/)
  })

  test('a process that dies is started again, and it is said', async ({ assert }) => {
    const up = checkout.start('up')
    await up.saying(READY)
    const before = pidOf(await statusOf(checkout), 'worker')

    process.kill(before, 'SIGKILL')
    await up.saying(/worker ended \(SIGKILL\); starting it again/)
    const isBack = async () => {
      const { isRunning: isWhole } = await statusOf(checkout)
      return isWhole
    }
    const wasRestarted = await waitUntil(isBack, { timeoutMs: 20_000, everyMs: 300 })

    assert.isTrue(wasRestarted)
    assert.notEqual(pidOf(await statusOf(checkout), 'worker'), before)
  })

  test('a server that dies is started again where everybody knows it', async ({ assert }) => {
    const up = checkout.start('up')
    const [, url] = await up.saying(READY)
    const before = pidOf(await statusOf(checkout), 'postgres')

    process.kill(pidOf(await statusOf(checkout), 'redis'), 'SIGKILL')
    process.kill(before, 'SIGKILL')
    await up.saying(/Postgres.*ended; starting again/)
    const isBack = async () => {
      const health = await fetch(`${url}/health/ready`).then((answer) => answer.json())
      return (health as { checks: Record<string, { status: string }> }).checks
    }
    const wasRestarted = await waitUntil(
      async () => Object.values(await isBack()).every(({ status }) => status === 'ok'),
      { timeoutMs: 40_000, everyMs: 300 }
    )

    assert.isTrue(wasRestarted)
    assert.notEqual(pidOf(await statusOf(checkout), 'postgres'), before)
  })

  test('after kill -9 nothing but the servers is left, and the next up takes them over', async ({
    assert,
  }) => {
    const killed = checkout.start('up')
    await killed.saying(READY)
    const before = await statusOf(checkout)
    const parts = ['web', 'worker', 'scheduler'].map((name) => identityOf(pidOf(before, name))!)

    process.kill(await supervisorOf(checkout), 'SIGKILL')
    const areGone = await waitUntil(() => !parts.some(isRunning), { timeoutMs: 20_000 })
    const next = checkout.start('up')
    await next.saying(READY)
    const after = await statusOf(checkout)

    assert.isTrue(areGone)
    assert.isTrue(after.isRunning)
    assert.equal(pidOf(after, 'postgres'), pidOf(before, 'postgres'))
    assert.equal(pidOf(after, 'redis'), pidOf(before, 'redis'))
  })

  test('down ends what a killed up has left', async ({ assert }) => {
    const killed = checkout.start('up')
    await killed.saying(READY)
    process.kill(await supervisorOf(checkout), 'SIGKILL')

    const down = await checkout.ace('down')

    assert.equal(down.code, 0)
    assert.deepEqual(await checkout.processes(), [])
    const again = await checkout.ace('down')
    assert.include(again.stdout, 'Nothing runs')
  })

  test('detached it goes on alone until down', async ({ assert }) => {
    const up = await checkout.ace('up', '--detach')

    const running = await statusOf(checkout)
    const down = await checkout.ace('down')
    const stopped = await checkout.ace('status')

    assert.equal(up.code, 0)
    assert.isTrue(running.isRunning)
    assert.include(down.stdout, 'Stopped Mediakeep')
    assert.equal(stopped.code, 3)
    assert.deepEqual(await checkout.processes(), [])
  })

  test('asked to stop while it starts it stops, and leaves nothing', async ({ assert }) => {
    const up = checkout.start('up')
    await up.saying(/Postgres runs/)

    up.process.kill('SIGTERM')
    await up.ended

    assert.equal(up.process.exitCode, 0)
    assert.deepEqual(await checkout.processes(), [])
  })

  test('Postgres never runs as root', async ({ assert }) => {
    const up = checkout.start('up')
    await up.saying(READY)

    const pid = pidOf(await statusOf(checkout), 'postgres')
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    const uid = Number(/^Uid:\s+(\d+)/m.exec(status)?.[1])

    const ours = process.getuid!()
    if (ours === 0) assert.notEqual(uid, 0)
    else assert.equal(uid, ours)
  })
})

async function statusOf(checkout: Checkout): Promise<InstanceReport> {
  const { stdout } = await checkout.ace('status', '--json')
  return JSON.parse(stdout)
}

function pidOf(report: InstanceReport, name: string): number {
  return report.parts.find((part) => part.name === name)!.pid!
}

async function supervisorOf(checkout: Checkout): Promise<number> {
  const lock = await readFile(join(checkout.root, 'var/run/up.lock'), 'utf8')
  return JSON.parse(lock).pid
}
