import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import Firing from '#scheduling/firing'
import { forgetFirings } from '#scheduling/forget_firings'
import PerformAction from '#scheduling/perform_action'
import Schedule from '#scheduling/schedule'
import RunFiring, { waitingFirings } from '#scheduling/run_firing'
import { beatScheduler, endScheduler, schedulerStatus } from '#scheduling/scheduler_registry'
import { checkWork } from '#app/doctor/check_work'
import { monitorReport } from '#app/terminal/monitor_report'
import { overviewText } from '#app/terminal/monitor_text'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeSchedule } from '#tests/helpers/make_schedule'
import { until } from '#tests/helpers/until'
import type { ActionContext, ActionResult } from '#scheduling/action'

/** An action that goes on until it is let go or must stop. */
class LongAction extends PerformAction {
  begun = 0
  letGo = () => {}

  async handle(_asked: unknown, { signal }: ActionContext): Promise<ActionResult> {
    this.begun += 1
    await new Promise<void>((resolve) => {
      this.letGo = resolve
      signal.addEventListener('abort', () => resolve())
    })
    signal.throwIfAborted()
    return { words: 'Done.' }
  }
}

async function makeFiring(of: Partial<Firing> = {}) {
  const schedule = await makeSchedule({ name: `Schedule ${of.dueAt ?? ''}` })
  return Firing.create({ scheduleId: schedule.id, dueAt: DateTime.now(), ...of })
}

test.group('RunFiring, long actions', (group) => {
  group.each.setup(() => cleanDatabase())

  test('a scheduler leaves an action that it does not know to a newer one', async ({ assert }) => {
    const firing = await makeFiring()
    const { action } = await Schedule.findOrFail(firing.scheduleId)

    assert.isEmpty(await waitingFirings(['another_action']))
    assert.deepEqual(await waitingFirings([action]), [firing.id])
  })

  test('a process that must end leaves the firing to another, as if it had not begun', async ({
    assert,
  }) => {
    const firing = await makeFiring()
    const action = new LongAction()
    const stops = new AbortController()
    const run = new RunFiring(action).handle(firing.id, stops.signal)
    await until(async () => action.begun === 1)

    stops.abort()
    const left = await run

    assert.equal(left!.status, 'pending')
    assert.deepEqual(await waitingFirings(), [firing.id])
    const done = await (await app.container.make(RunFiring)).handle(firing.id)
    assert.equal(done!.status, 'completed')
  })

  test('what a process did whose lease another has counts no more', async ({ assert }) => {
    const firing = await makeFiring()
    const slow = new LongAction()
    const slowRun = new RunFiring(slow).handle(firing.id)
    await until(async () => slow.begun === 1)
    await db
      .from('firings')
      .update({ lease_expires_at: DateTime.now().minus({ seconds: 1 }).toSQL() })
    const quick = new LongAction()
    const quickRun = new RunFiring(quick).handle(firing.id)
    await until(async () => quick.begun === 1)

    slow.letGo()
    await slowRun

    assert.equal((await firing.refresh()).status, 'running')
    quick.letGo()
    assert.equal((await quickRun)!.result, 'Done.')
  })

  test('one whose process died five times is given up, with what to do', async ({ assert }) => {
    const firing = await makeFiring()
    await db.from('firings').update({ lease_token: 5 })

    const given = await new RunFiring(new LongAction()).handle(firing.id)

    assert.equal(given!.status, 'failed')
    assert.include(given!.result!, 'begun 5 times')
  })

  test('of one schedule one firing runs at a time, the oldest first', async ({ assert }) => {
    const firing = await makeFiring()
    const of = { scheduleId: firing.scheduleId }
    const older = await Firing.create({ ...of, dueAt: DateTime.now().minus({ hours: 1 }) })
    const before = await waitingFirings()
    const leaseExpiresAt = DateTime.now().plus({ seconds: 20 })
    await older.merge({ status: 'running', leaseExpiresAt }).save()

    assert.deepEqual(before, [older.id])
    assert.isEmpty(await waitingFirings())
  })
})

test.group('forgetFirings', (group) => {
  group.each.setup(() => cleanDatabase())

  test('history goes after half a year, what did not end stays', async ({ assert }) => {
    const old = DateTime.now().minus({ days: 181 })
    const kept = await makeFiring({ dueAt: old })
    const of = { scheduleId: kept.scheduleId, status: 'completed' as const }
    await Firing.create({ ...of, dueAt: old.plus({ hours: 1 }), finishedAt: old })
    const fresh = await Firing.create({ ...of, dueAt: DateTime.now(), finishedAt: DateTime.now() })

    assert.equal(await forgetFirings(), 1)

    const left = await Firing.query().orderBy('id')
    assert.deepEqual(
      left.map(({ id }) => id),
      [kept.id, fresh.id]
    )
  })
})

test.group('schedulerStatus', (group) => {
  group.each.setup(() => cleanDatabase())

  test('one is missing where schedules are enabled and none was heard of lately', async ({
    assert,
  }) => {
    const nobodyNeeded = await schedulerStatus()
    await makeSchedule()
    const missing = await schedulerStatus()
    await beatScheduler('one')
    const alive = await schedulerStatus()
    await db.from('schedulers').update({ heartbeat_at: db.raw(`now() - interval '16 seconds'`) })
    const silent = await schedulerStatus()
    await beatScheduler('one')
    await endScheduler('one')
    const ended = await schedulerStatus()

    assert.deepEqual(
      [nobodyNeeded, missing, alive, silent, ended].map(({ isMissing }) => isMissing),
      [false, true, false, true, true]
    )
    assert.isNotNull(silent.lastHeardOfAt)
    assert.equal(alive.alive[0].pid, process.pid)
  })

  test('doctor and monitor say so, with the remedy', async ({ assert }) => {
    const plain = (text: string) => text
    const said = async () => {
      const found = await checkWork(3600)
      const { level, remedy } = found.find(({ topic }) => topic === 'scheduler')!
      return { level, remedy, monitor: overviewText(await monitorReport([]), plain) }
    }
    await makeSchedule()

    const missing = await said()
    await beatScheduler('one')
    const alive = await said()

    assert.equal(missing.level, 'error')
    assert.include(missing.remedy!, './ace schedule')
    assert.include(missing.monitor, 'No scheduler is running, 1 schedule waits')
    assert.equal(alive.level, 'ok')
    assert.notInclude(alive.monitor, 'No scheduler')
  })
})
