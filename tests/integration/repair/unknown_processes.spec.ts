import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import UnknownProcesses from '#jobs/repair/kinds/unknown_processes'
import Reconcile from '#jobs/repair/reconcile'
import { claimJob } from '#jobs/life/claim_job'
import { handBackAttempt } from '#jobs/life/end_attempt'
import { scratchPath } from '#config/mediakeep'
import { processBirth } from '#media/run/process_birth'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { until } from '#tests/helpers/until'
import { startJob } from '#tests/helpers/work'

test.group('processes that nobody wrote down', (group) => {
  const children: ChildProcess[] = []

  group.each.setup(() => cleanDatabase())
  group.each.teardown(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
  })

  async function leaseOf() {
    return (await claimJob((await startJob(await makeVideo())).id, 'w'))!
  }

  /** Something that lasts, with that name and that folder in its command line. */
  function spawnNamed(name: string, folder: string): number {
    const path = join(scratchPath, folder, 'original')
    const args = ['-q', '-f', '/dev/null', path]
    const child = spawn('tail', args, { argv0: name, stdio: 'ignore' })
    children.push(child)
    return child.pid!
  }

  test('are killed once the attempt in whose folder they work is over', async ({ assert }) => {
    const lease = await leaseOf()
    const pid = spawnNamed('bwrap', `${lease.jobId}-${lease.token}`)
    const unknown = await app.container.make(UnknownProcesses)
    assert.deepEqual(await unknown.find(), [])

    await handBackAttempt(lease)
    const found = await unknown.find()
    assert.deepEqual(
      found.map((one) => one.pid),
      [pid]
    )
    await (await app.container.make(Reconcile)).handle()
    await until(async () => processBirth(pid) === null)

    const lines = await db.from('audit').where('action', 'process.killed')
    assert.lengthOf(lines, 1)
    assert.include(lines[0].details.what, `Process ${pid} (bwrap)`)
  })

  test('are left alone where they are no media program', async ({ assert }) => {
    const lease = await leaseOf()
    spawnNamed('less', `${lease.jobId}-${lease.token}`)
    await handBackAttempt(lease)

    assert.deepEqual(await (await app.container.make(UnknownProcesses)).find(), [])
  })
})
