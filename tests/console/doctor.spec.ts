import { mkdir, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Redis } from 'ioredis'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { registerWorker } from '#jobs/worker_registry'
import { scratchPath, storagePath } from '#config/mediakeep'
import { ace, aceJson } from '#tests/helpers/ace'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { filesIn, startJob } from '#tests/helpers/work'
import { claimJob } from '#jobs/life/claim_job'
import { freePort } from '#tests/helpers/free_port'
import { endProcess, spawnRedis } from '#tests/helpers/worker_process'

interface Found {
  topic: string
  level: string
  sentence: string
  remedy: string | null
  isRepaired?: boolean
}

async function doctor(settings: Record<string, string>, ...args: string[]) {
  const { code, result, stderr } = await aceJson(['doctor', ...args], settings)
  const findings = result.findings as Found[]
  const about = (words: RegExp) => findings.filter(({ sentence }) => words.test(sentence))
  return { code, findings, stderr, about }
}

async function oldFile(key: string) {
  const path = join(storagePath, key)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, 'bytes')
  const at = new Date(Date.now() - 2 * 3_600_000)
  await utimes(path, at, at)
}

test.group('doctor', (group) => {
  let url: string
  let redis: Redis

  group.each.timeout(120_000)
  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(() => rm(scratchPath, { recursive: true, force: true }))
  group.each.setup(async () => {
    const port = await freePort()
    const server = await spawnRedis(port)
    url = `redis://127.0.0.1:${port}`
    redis = new Redis(url)
    return async () => {
      redis.disconnect()
      await endProcess(server, 'SIGKILL')
    }
  })

  test('a machine that is well has no errors', async ({ assert }) => {
    await registerWorker('worker-1', { encode: 1, quick: 1 })

    const { code, findings, about } = await doctor({ REDIS_URL: url })

    assert.equal(code, 0)
    assert.deepEqual(
      findings.filter(({ level }) => level === 'error'),
      []
    )
    for (const words of [
      /^ffmpeg \d/,
      /^Redis \d/,
      /^Postgres \d/,
      /free in/,
      /1 worker at work/,
    ]) {
      assert.lengthOf(about(words).slice(0, 1), 1, String(words))
    }
    assert.equal(about(/nothing to repair/)[0]?.level, 'ok')
  })

  test('servers that are away and a wrong path are findings with a remedy', async ({ assert }) => {
    const port = await freePort()
    const away = {
      REDIS_URL: `redis://127.0.0.1:${port}`,
      DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/nothing`,
      FFMPEG_BINARY: '/nowhere/ffmpeg',
    }

    const { code, findings, about, stderr } = await doctor(away)

    assert.equal(code, 1)
    assert.equal(stderr, '')
    const errors = findings.filter(({ level }) => level === 'error')
    assert.sameMembers(
      errors.map(({ topic }) => topic),
      ['ffmpeg', 'redis', 'postgres']
    )
    for (const { remedy } of errors) assert.isNotEmpty(remedy)
    assert.match(about(/Redis/)[0].sentence, new RegExp(`127.0.0.1:${port}`))
    assert.match(about(/nowhere/)[0].remedy!, /FFMPEG_BINARY/)
  })

  test('a Redis that throws reminders away is an error', async ({ assert }) => {
    await redis.config('SET', 'maxmemory-policy', 'allkeys-lru')

    const { code, about } = await doctor({ REDIS_URL: url })

    assert.equal(code, 1)
    assert.containsSubset(about(/allkeys-lru/), [{ topic: 'redis', level: 'error' }])
    assert.lengthOf(about(/appendonly is no/), 1)
  })

  test('a migration that has not run is named', async ({ assert, cleanup }) => {
    const [last] = await db.from('adonis_schema').orderBy('id', 'desc').limit(1)
    await db.from('adonis_schema').where('id', last.id).delete()
    cleanup(async () => void (await db.table('adonis_schema').insert(last)))

    const { code, about } = await doctor({ REDIS_URL: url })

    assert.equal(code, 1)
    assert.match(about(/Migrations wait/)[0].sentence, new RegExp(last.name.split('/').at(-1)))
    assert.match(about(/Migrations wait/)[0].remedy!, /migration:run/)
  })

  test('shows what the reconciler would do, and with --fix does it', async ({ assert }) => {
    const settings = { REDIS_URL: url }
    const lost = await startJob(await makeVideo())
    await claimJob(lost.id, 'gone')
    await db.from('jobs').update({ lease_expires_at: db.raw(`now() - interval '5 seconds'`) })
    const forgotten = await startJob(await makeVideo())
    const minuteAgo = db.raw(`now() - interval '1 minute'`)
    await db
      .from('jobs')
      .where('id', forgotten.id)
      .update({ reminded_at: null, queued_at: minuteAgo })
    await oldFile('originals/lost.mp4')
    await mkdir(join(scratchPath, `${forgotten.id}-7`), { recursive: true })

    const before = await doctor(settings)
    const whats = [
      new RegExp(lost.id),
      new RegExp(forgotten.id),
      /originals\/lost.mp4/,
      /-7 belongs/,
    ]
    for (const what of whats) {
      assert.containsSubset(before.about(what), [{ topic: 'repairs', level: 'warning' }], `${what}`)
    }
    assert.deepEqual(await filesIn(storagePath), ['lost.mp4'])

    const fixed = await doctor(settings, '--fix')
    for (const what of whats) {
      assert.isTrue(
        fixed.about(what).some(({ isRepaired }) => isRepaired),
        `${what}`
      )
    }
    assert.deepEqual(await filesIn(storagePath), [])
    assert.equal((await lost.refresh()).status, 'queued')
    const after = await doctor(settings)
    for (const what of whats) assert.deepEqual(after.about(what), [], `${what}`)
    assert.match(after.about(/Made so far/)[0].sentence, /expired_leases 1/)
    assert.isAtLeast((await db.from('audit').where('via', 'ace')).length, 4)
  })

  test('a Redis that was flushed is reminded', async ({ assert }) => {
    const job = await startJob(await makeVideo())
    await redis.flushall()
    await db.from('jobs').update({ reminded_at: db.raw(`now() - interval '1 minute'`) })

    const { about } = await doctor({ REDIS_URL: url }, '--fix')

    assert.isTrue(about(/the queue forgot/)[0]?.isRepaired)
    const waiting = await redis.keys(`*${job.id}*`)
    assert.lengthOf(waiting, 1)
  })

  test('jobs without a worker, stopped lanes and dead letters are told', async ({ assert }) => {
    const waits = await startJob(await makeVideo())
    const failed = await startJob(await makeVideo())
    const end = { status: 'failed', failure_cause: 'DISK_FULL', finished_at: new Date() }
    await db.from('jobs').where('id', failed.id).update(end)
    await db
      .from('jobs')
      .where('id', waits.id)
      .update({ due_at: db.raw(`now() - interval '2 hours'`) })
    await db
      .from('lanes')
      .where('name', 'quick')
      .update({ paused_at: db.raw('now()'), paused_by: 'Ann', pause_reason: 'a move' })

    const { code, about } = await doctor({ REDIS_URL: url })
    await registerWorker('worker-1', { encode: 1, quick: 1 })
    const withWorker = await doctor({ REDIS_URL: url })

    assert.equal(code, 1)
    assert.containsSubset(about(/No worker is alive/), [{ level: 'error' }])
    assert.match(about(/quick was paused by Ann/)[0].sentence, /a move/)
    assert.match(about(/failed with DISK_FULL/)[0].remedy!, /retry --failed --cause DISK_FULL/)
    assert.match(withWorker.about(/due for up to/)[0].sentence, /1 job of the lane encode/)
  })

  test('settings that contradict each other are named', async ({ assert }) => {
    const { about } = await doctor({
      REDIS_URL: url,
      SOFT_TIME_LIMIT: '2h',
      TIME_LIMIT: '1h',
      WORKER_CONCURRENCY: '64',
      WORKER_MAX_MEMORY: '64gb',
      SCRATCH_PATH: join(storagePath, 'scratch'),
    })

    assert.containsSubset(about(/SOFT_TIME_LIMIT \(7200 s\)/), [{ level: 'warning' }])
    assert.containsSubset(about(/WORKER_CONCURRENCY \(64\)/), [{ level: 'warning' }])
    assert.containsSubset(about(/lie in each other/), [{ level: 'error' }])
  })

  test('tells it in words', async ({ assert }) => {
    const { code, stdout } = await ace(['doctor', '--no-ansi'], { REDIS_URL: url })

    assert.equal(code, 0)
    assert.match(stdout, /^ok +ffmpeg +ffmpeg \d/m)
    assert.match(stdout, /^warning +redis +appendonly is no.*\n +Set appendonly yes/m)
    assert.match(stdout, /0 errors, \d+ warnings\n$/)
  })
})
