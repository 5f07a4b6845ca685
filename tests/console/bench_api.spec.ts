import { test } from '@japa/runner'
import { aceJson } from '#tests/helpers/ace'
import type { ApiCosts } from '#app/terminal/bench/api/api_bench'

test.group('bench api', (group) => {
  group.each.timeout(200_000)

  test('asks two libraries for each call, streams beside nginx and uploads at once', async ({
    assert,
    fs,
  }) => {
    const sizes = ['--beside', '40', '--videos', '80', '--requests', '2', '--rounds', '1']
    const costs = ['--mib', '9', '--uploads', '2']

    const { code, result } = await aceJson(['bench', 'api', ...sizes, ...costs], {
      MEDIAKEEP_VAR: fs.basePath,
    })

    assert.equal(code, 0)
    const { small, large, whileEncoding, streaming, uploads } = result as ApiCosts
    for (const calls of [small, large, whileEncoding]) {
      assert.isAtLeast(calls.length, 10)
      for (const { call, p50Ms, p99Ms, ratio } of calls) {
        assert.isAbove(p50Ms, 0, call)
        assert.isAtLeast(p99Ms, p50Ms, call)
        assert.closeTo(ratio, p50Ms / calls[0].p50Ms, 1e-9, call)
      }
    }
    assert.deepEqual(
      streaming.map(({ name }) => name),
      ['Mediakeep', 'nginx for Mediakeep']
    )
    for (const { name, mbPerS } of streaming) assert.isAbove(mbPerS, 0, name)
    assert.isAbove(uploads.perS, 0)
    assert.isAtLeast(uploads.peakMemoryBytes, uploads.memoryBefore)
  })
})
