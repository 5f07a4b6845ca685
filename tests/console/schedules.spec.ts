import { test } from '@japa/runner'
import { DEFAULT_PRESETS } from '#presets/default_presets'
import SeedSchedules from '#scheduling/seed_schedules'
import Firing from '#scheduling/firing'
import Schedule from '#scheduling/schedule'
import { ace, aceJson } from '#tests/helpers/ace'
import { cleanDatabase } from '#tests/helpers/clean_database'

const NAME = 'Clean scratch'

test.group('schedules', (group) => {
  group.each.setup(async () => {
    await cleanDatabase()
    await new SeedSchedules().handle(new Date())
  })

  test('lists them with when they are due and what came of the last firing', async ({ assert }) => {
    await ace(['schedules', '--run-now', NAME])

    const [text, json] = await Promise.all([ace(['schedules']), aceJson(['schedules'])])

    const clean = json.result.schedules.find(({ name }: { name: string }) => name === NAME)
    assert.match(text.stdout, /Clean scratch +0 \* \* \* \* +UTC .* completed: Scratch was clean/)
    assert.match(text.stdout, /Nightly: process pending videos +0 1 \* \* \* +UTC +disabled/)
    assert.containsSubset(clean, {
      action: 'clean_scratch',
      isEnabled: true,
      lastFiring: { isManual: true, status: 'completed' },
    })
  })

  test('runs one now, by its name in any case', async ({ assert }) => {
    const end = await ace(['schedules', '--run-now', 'clean SCRATCH'])

    const firing = await Firing.firstOrFail()
    assert.equal(end.code, 0)
    assert.include(end.stdout, `${NAME}: ${firing.result}`)
    assert.isTrue(firing.isManual)
  })

  test('disables, enables and re-times one', async ({ assert }) => {
    const disabled = await aceJson(['schedules', '--disable', NAME])
    const edit = ['--cron', '30 2 * * *', '--time-zone', 'Europe/Berlin']
    const edited = await aceJson(['schedules', '--edit', NAME, ...edit])
    const enabled = await aceJson(['schedules', '--enable', NAME])

    const schedule = await Schedule.findByOrFail('name', NAME)
    assert.containsSubset(disabled.result.schedule, { isEnabled: false, nextDueAt: null })
    assert.containsSubset(edited.result.schedule, { cron: '30 2 * * *', timeZone: 'Europe/Berlin' })
    assert.isTrue(enabled.result.schedule.isEnabled)
    assert.equal(schedule.nextDueAt!.setZone('Europe/Berlin').toFormat('HH:mm'), '02:30')
  })

  test('makes one, tells its history and deletes it', async ({ assert }) => {
    const asked = [
      '--create',
      'Weekly',
      '--action',
      'report',
      '--cron',
      '0 6 * * 1',
      '--set',
      'hours=168',
    ]
    const made = await aceJson(['schedules', ...asked])
    await ace(['schedules', '--run-now', 'Weekly'])
    const history = await ace(['schedules', '--history', 'weekly'])
    const deleted = await ace(['schedules', '--delete', 'Weekly'])

    assert.containsSubset(made.result.schedule, { action: 'report', parameters: { hours: 168 } })
    assert.match(history.stdout, /completed +0 jobs completed/)
    assert.equal(deleted.code, 0)
    assert.isNull(await Schedule.findBy('name', 'Weekly'))
  })

  test('names what is wrong and what would be right', async ({ assert }) => {
    const [cron, unknown, nothing] = await Promise.all([
      ace(['schedules', '--edit', NAME, '--cron', 'at noon']),
      ace(['schedules', '--run-now', 'Tea']),
      ace(['schedules', '--edit', NAME]),
    ])
    const list = await ace(['schedules'])

    assert.equal(cron.code, 1)
    assert.include(cron.stderr, '"at noon" is no cron that can be used: it has 2 fields')
    assert.equal(unknown.code, 1)
    assert.include(unknown.stderr, 'There is no schedule "Tea": choose one of "Clean scratch"')
    assert.equal(nothing.code, 2)
    assert.include(list.stdout + list.stderr, 'No scheduler is running')
  })
})

test.group('presets', (group) => {
  group.each.setup(() => cleanDatabase())

  test('lists what is on offer and shows a recipe', async ({ assert }) => {
    const [list, one, none] = await Promise.all([
      aceJson(['presets']),
      aceJson(['presets', 'medium']),
      ace(['presets', 'cinema']),
    ])

    const names = list.result.presets.map(({ name }: { name: string }) => name)
    assert.deepEqual(
      names,
      DEFAULT_PRESETS.map((preset) => preset.name)
    )
    assert.containsSubset(one.result, { name: 'medium', version: 1 })
    assert.equal(one.result.recipe.renditions[0].video.maxLongSide, 1280)
    assert.equal(none.code, 1)
    assert.include(none.stderr, 'choose one of original, high')
  })
})
