import { mkdir, rm, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from '@japa/runner'
import Firing from '#scheduling/firing'
import { storagePath } from '#config/mediakeep'
import { waitingFirings } from '#scheduling/run_firing'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeSchedule } from '#tests/helpers/make_schedule'
import { makeVideo } from '#tests/helpers/make_video'
import { tokenOf } from '#tests/helpers/people'
import { spawnServer } from '#tests/helpers/spawn_server'
import { until } from '#tests/helpers/until'

/** Takes many seconds to hash and no room on the disk. */
const LARGE_BYTES = 60e9

test.group('Run now, asked of a web process', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))

  test('is left to a scheduler when the process is told to end', async ({ assert, cleanup }) => {
    const video = await makeVideo({ title: 'Large' })
    const path = join(storagePath, video.originalKey!)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, '')
    await truncate(path, LARGE_BYTES)
    cleanup(() => rm(path, { force: true }))
    await video.merge({ sizeBytes: LARGE_BYTES }).save()
    const parameters = { maxVideos: 1, areHashed: true, maxMinutes: 60 }
    const schedule = await makeSchedule({ action: 'verify_files', parameters })
    const token = await tokenOf('admin')
    const server = await spawnServer()
    cleanup(async () => void (await server.end()))

    const headers = { 'authorization': `Bearer ${token}`, 'content-type': 'application/json' }
    const url = `${server.address}/api/v1/schedules/${schedule.id}/firings`
    const answer = fetch(url, { method: 'POST', headers, body: '{}' })
    await until(async () => (await Firing.first())?.status === 'running', 10_000)
    await server.end()

    const firing = await Firing.firstOrFail()
    assert.deepEqual([firing.status, firing.startedAt], ['pending', null])
    assert.deepEqual(await waitingFirings(), [firing.id])
    assert.include([200, 202], (await answer).status)
  })
})
