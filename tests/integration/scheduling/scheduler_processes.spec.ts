import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import Batch from '#jobs/batches/batch'
import Firing from '#scheduling/firing'
import EditSchedule from '#scheduling/edit_schedule'
import { operatorAtTerminal } from '#accounts/actor'
import { RunningCommand } from '#tests/helpers/ace'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeSchedule } from '#tests/helpers/make_schedule'
import { makeVideo } from '#tests/helpers/make_video'
import { until } from '#tests/helpers/until'

const EVERY_SECOND = '* * * * * *'

async function completedFirings(): Promise<number> {
  const [{ count }] = await db.from('firings').where('status', 'completed').count('* as count')
  return count
}

test.group('./ace schedule', (group) => {
  let schedulers: RunningCommand[] = []
  group.each.setup(() => cleanDatabase())
  group.each.teardown(async () => {
    await Promise.all(schedulers.map((scheduler) => scheduler.end('SIGKILL')))
    schedulers = []
  })
  const start = () => {
    const scheduler = new RunningCommand(['schedule'], { LOG_LEVEL: 'info' })
    schedulers.push(scheduler)
    return scheduler
  }

  test('three at once fire each due time once', async ({ assert }) => {
    start()
    start()
    start()
    const areUp = () => schedulers.every((one) => one.stdout.includes('scheduler started'))
    await until(async () => areUp(), 60_000)
    await makeSchedule({ cron: EVERY_SECOND, nextDueAt: DateTime.now() })

    await until(async () => (await completedFirings()) >= 6, 20_000)
    const codes = await Promise.all(schedulers.map((scheduler) => scheduler.end('SIGTERM')))

    const firings = await Firing.all()
    const seconds = firings.map((firing) => firing.dueAt.startOf('second').toSeconds())
    assert.deepEqual(codes, [0, 0, 0])
    assert.equal(new Set(seconds).size, firings.length)
    assert.isTrue(firings.every((firing) => firing.status === 'completed'))
    const claims = await db.from('firings').max('lease_token as most').firstOrFail()
    assert.equal(claims.most, 1)
  }).timeout(120_000)

  test('a firing whose scheduler was killed in the middle is done by another', async ({
    assert,
  }) => {
    await makeVideo()
    const trx = await db.transaction()
    await trx.rawQuery('lock table batches in exclusive mode')
    await makeSchedule({ nextDueAt: DateTime.now() })
    const victim = start()
    const isRunning = async () => Boolean(await Firing.findBy('status', 'running'))
    await until(isRunning, 30_000)

    await victim.end('SIGKILL')
    await trx.rollback()
    await db.from('firings').update({ lease_expires_at: db.raw('now()') })
    start()
    await until(async () => (await completedFirings()) === 1, 30_000)

    assert.lengthOf(await Batch.all(), 1)
    assert.lengthOf(await Firing.all(), 1)
  }).timeout(120_000)

  test('follows an edit within a second or two and ends when told to', async ({ assert }) => {
    const schedule = await makeSchedule()
    const scheduler = start()
    await until(async () => scheduler.stdout.includes('scheduler started'), 30_000)

    const edit = { schedule, cron: EVERY_SECOND, by: operatorAtTerminal(), now: new Date() }
    await new EditSchedule().handle(edit)
    await until(async () => (await completedFirings()) > 0, 10_000)
    const code = await scheduler.end('SIGTERM')

    assert.equal(code, 0)
    assert.include(scheduler.stdout, 'scheduler stopped')
    assert.isNotNull((await db.from('schedulers').firstOrFail()).stopped_at)
    assert.isEmpty(await Firing.query().where('status', 'running'))
  }).timeout(60_000)
})
