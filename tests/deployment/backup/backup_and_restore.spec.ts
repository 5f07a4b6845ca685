import { createHash } from 'node:crypto'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { ConsoleClient } from '#app/terminal/bench/console/console_client'
import { storagePath } from '#config/mediakeep'
import { landscapeClip, picturePng } from '#tests/fixtures/clips'
import { aceJson } from '#tests/helpers/ace'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeSchedule } from '#tests/helpers/make_schedule'
import { personOf, tokenOf } from '#tests/helpers/people'
import { spawnServer } from '#tests/helpers/spawn_server'
import { until } from '#tests/helpers/until'
import { addWatermark } from '#tests/helpers/watermarks'
import { addWebhook } from '#tests/helpers/webhooks'
import { ingest, startJob, workOn } from '#tests/helpers/work'
import { freePort } from '#tests/helpers/free_port'
import { endProcess, spawnRedis, spawnWorker } from '#tests/helpers/worker_process'
import { contentsOf, SpareDatabase } from './spare_database.js'

const OWN = process.env.DATABASE_URL!

test.group('a backup of everything, restored elsewhere', (group) => {
  const spare = new SpareDatabase()
  group.each.setup(async ({ context }) => {
    await context.fs.mkdir('.')
    await cleanDatabase()
    await rm(storagePath, { recursive: true, force: true })
    await spare.create()
    return () => spare.remove()
  })

  test('every row, every file, logins, tokens and what waits come back', async ({ assert, fs }) => {
    const clip = await landscapeClip(fs.basePath, { name: 'a clip.mp4', durationS: 1 })
    const done = await ingest(clip)
    assert.equal(await workOn(await startJob(done)), 'completed')
    const waiting = await startJob(await ingest(clip), 'mobile')
    await addWatermark(await picturePng(fs.basePath))
    await makeSchedule()
    await addWebhook('http://127.0.0.1:9/hook')
    const person = await personOf('operator')
    const token = await tokenOf('viewer')
    const before = await contentsOf(OWN)
    const folder = join(fs.basePath, 'backup')
    const storage = join(fs.basePath, 'another store')

    const backup = await aceJson(['backup', folder, '--with-files'])
    await mkdir(join(folder, 'files/renditions/9/old'), { recursive: true })
    await writeFile(join(folder, 'files/renditions/9/old/medium.mp4'), 'of a deleted video')
    await writeFile(join(folder, 'files/originals/half.mp4.part'), 'of a copy that was cut')
    const again = await aceJson(['backup', folder, '--with-files'])
    const pruned = await aceJson(['backup', folder, '--with-files', '--prune'])
    const elsewhere = { DATABASE_URL: spare.url, STORAGE_PATH: storage }
    const restore = await aceJson(['restore', folder], elsewhere)

    assert.equal(backup.code, 0, backup.stdout)
    assert.isAbove(backup.result.files.copied, 3)
    assert.equal(again.result.files.copied, 0)
    assert.equal(again.result.files.kept, backup.result.files.copied)
    assert.deepEqual([again.result.pruned, pruned.result.pruned], [0, 2])
    assert.equal(pruned.result.files.kept, backup.result.files.copied)
    await assert.rejects(() => stat(join(folder, 'files/renditions/9/old')), /ENOENT/)
    assert.equal(restore.code, 0, restore.stdout)
    assert.equal(restore.result.files.restored, backup.result.files.copied)
    assert.deepEqual(await contentsOf(spare.url), before)
    const redisPort = await freePort()
    const redis = await spawnRedis(redisPort)
    const settings = { ...elsewhere, REDIS_URL: `redis://127.0.0.1:${redisPort}` }
    const server = await spawnServer(settings)
    const worker = spawnWorker(settings)
    try {
      const api = (path: string) =>
        fetch(`${server.address}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })
      const answer = await api(`/videos/${done.id}/original`)
      const bytes = Buffer.from(await answer.arrayBuffer())
      assert.equal(createHash('sha256').update(bytes).digest('hex'), done.sha256)
      assert.equal((await api(`/videos/${done.id}/renditions/mobile`)).status, 200)
      const site = { url: server.address, email: person.email, password: 'correct horse' }
      const people = new ConsoleClient(site)
      await people.signIn()
      assert.include(await people.get('/videos'), 'a clip')
      await until(async () => {
        const [job] = await spare.ask(`select status from jobs where id = '${waiting.id}'`)
        return job.status === 'completed'
      }, 60_000)
    } finally {
      await endProcess(worker, 'SIGTERM')
      await server.end()
      await endProcess(redis, 'SIGTERM')
    }
  })
})
