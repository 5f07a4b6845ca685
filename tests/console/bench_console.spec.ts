import { test } from '@japa/runner'
import { MEASURED_PAGES } from '#app/terminal/bench/console/console_bench'
import { ace, aceJson } from '#tests/helpers/ace'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'

interface Cost {
  page: string
  small: { p50Ms: number; p95Ms: number }
  large: { p50Ms: number; p95Ms: number }
  p50Ratio: number
}

test.group('bench console', (group) => {
  group.each.timeout(200_000)

  test('asks a small and a larger library for each page in turns', async ({ assert, fs }) => {
    const sizes = ['--beside', '1000', '--videos', '5000', '--rounds', '1']

    const { code, result } = await aceJson(['bench', 'console', ...sizes], {
      MEDIAKEEP_VAR: fs.basePath,
    })

    assert.equal(code, 0)
    const costs: Cost[] = result
    assert.deepEqual(
      costs.map(({ page }) => page),
      Object.keys(MEASURED_PAGES)
    )
    for (const { page, small, large, p50Ratio } of costs) {
      assert.isAbove(small.p50Ms, 0, page)
      assert.isAtLeast(large.p95Ms, large.p50Ms, page)
      assert.closeTo(p50Ratio, large.p50Ms / small.p50Ms, 1e-9, page)
    }
  })
})

test.group('bench:seed', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.teardown(() => cleanDatabase())

  test('fills no database that it was not told by name', async ({ assert }) => {
    const { code, stdout, stderr } = await ace(['bench:seed', '--videos', '10'])

    assert.equal(code, 2)
    assert.include(stdout + stderr, 'say --database')
  })

  test('fills none that holds anything', async ({ assert }) => {
    await makeVideo({ title: 'Holiday' })
    const database = new URL(process.env.DATABASE_URL!).pathname.slice(1)

    const { code, stdout, stderr } = await ace(['bench:seed', '--database', database])

    assert.equal(code, 2)
    assert.include(stdout + stderr, 'this database has videos')
  })
})
