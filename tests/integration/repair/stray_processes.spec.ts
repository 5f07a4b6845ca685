import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { hostname } from 'node:os'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import Reconcile from '#jobs/repair/reconcile'
import { claimJob } from '#jobs/life/claim_job'
import { handBackAttempt } from '#jobs/life/end_attempt'
import { signalGroup } from '#media/run/launched_process'
import { processBirth } from '#media/run/process_birth'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { until } from '#tests/helpers/until'
import { startJob } from '#tests/helpers/work'
import { isAlive } from '#tests/helpers/worker_process'

const reconcile = async () => (await app.container.make(Reconcile)).handle()

test.group('processes whose attempt is over', (group) => {
  const children: ChildProcess[] = []

  group.each.setup(() => cleanDatabase())
  group.each.teardown(() => {
    for (const child of children.splice(0)) signalGroup(child.pid!, 'SIGKILL')
  })

  /** A process with a child of its own, as an attempt's, with what is written down about it. */
  async function attemptWith(of: { hasEnded: boolean; columns?: Record<string, unknown> }) {
    const script = 'sleep 600 & echo $!; wait'
    const child = spawn('sh', ['-c', script], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    children.push(child)
    const [childPid] = await once(child.stdout!, 'data')
    const lease = (await claimJob((await startJob(await makeVideo())).id, 'w'))!
    if (of.hasEnded) await handBackAttempt(lease)
    const known = { process_id: child.pid, process_born_at: processBirth(child.pid!) }
    const columns = { host_name: hostname(), ...known, ...of.columns }
    await db.from('attempts').where('id', lease.attemptId).update(columns)
    return { pid: child.pid!, childPid: Number(childPid) }
  }

  test('are killed with all that they started, once, and the audit says so', async ({ assert }) => {
    const { pid, childPid } = await attemptWith({ hasEnded: true })

    await Promise.all([reconcile(), reconcile()])
    await until(async () => !processBirth(pid) && !processBirth(childPid))
    await reconcile()

    const lines = await db.from('audit').where('action', 'process.killed')
    assert.lengthOf(lines, 1)
    assert.include(lines[0].details.what, `Process ${pid}`)
  })

  test('are left alone while the attempt runs', async ({ assert }) => {
    const { pid } = await attemptWith({ hasEnded: false })

    await reconcile()

    assert.isTrue(isAlive(pid))
  })

  test('are left alone where another process has the number now', async ({ assert }) => {
    const columns = { process_born_at: processBirth(process.pid) }
    const { pid } = await attemptWith({ hasEnded: true, columns })

    await reconcile()

    assert.isTrue(isAlive(pid))
    assert.lengthOf(await db.from('attempts').whereNotNull('process_born_at'), 0)
  })

  test('are left alone where they are another machine’s', async ({ assert }) => {
    const { pid } = await attemptWith({ hasEnded: true, columns: { host_name: 'elsewhere' } })

    await reconcile()

    assert.isTrue(isAlive(pid))
    assert.lengthOf(await db.from('attempts').whereNotNull('process_born_at'), 1)
  })
})
