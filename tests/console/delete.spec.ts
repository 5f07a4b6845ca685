import { test } from '@japa/runner'
import Video from '#videos/video'
import { ace, aceJson } from '#tests/helpers/ace'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'

test.group('delete', (group) => {
  group.each.timeout(60_000)
  group.each.setup(() => cleanDatabase())

  test('removes a video, and asks for --yes where nobody can be asked', async ({ assert }) => {
    const { id } = await makeVideo()

    const unsure = await ace(['delete', String(id)])
    const still = await Video.find(id)
    const sure = await aceJson(['delete', String(id), '--yes'])
    const again = await ace(['delete', String(id), '--yes'])

    assert.equal(unsure.code, 2)
    assert.match(unsure.stdout + unsure.stderr, /--yes/)
    assert.isNotNull(still)
    assert.deepEqual([sure.code, sure.result], [0, { video: { id, isGone: true } }])
    assert.isNull(await Video.find(id))
    assert.equal(again.code, 1)
  })
})
