import { createHash } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { ListObjectsV2Command } from '@aws-sdk/client-s3'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { landscapeClip } from '#tests/fixtures/clips'
import { Machine } from '#tests/deployment/fleet/machine'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { freePort } from '#tests/helpers/free_port'
import { WEB } from '#tests/helpers/logged_process'
import { tokenOf } from '#tests/helpers/people'
import { clientOf, s3Server } from '#tests/helpers/s3_server'
import { until } from '#tests/helpers/until'
import type { S3Settings } from '#storage/s3/s3_settings'

const JOBS = 10
const LONG_S = 20
const WORKERS = ['one', 'two', 'three']

test.group('Three workers without a shared disk', (group) => {
  let bucket: S3Settings
  let fleet: Machine[] = []
  let token: string
  let api: string

  group.setup(async () => {
    await cleanDatabase()
    token = await tokenOf('admin')
    bucket = await (await s3Server()).newBucket()
    return async () => void (await Promise.all(fleet.map((machine) => machine.end('SIGKILL'))))
  })

  async function upload(path: string) {
    const form = new FormData()
    form.set('video', await openAsBlob(path), basename(path))
    form.set('preset', 'mobile')
    const headers = { authorization: `Bearer ${token}` }
    const answer = await fetch(`${api}/videos`, { method: 'POST', headers, body: form })
    if (answer.status !== 201) throw new Error(`not taken: ${await answer.text()}`)
  }

  test('lose nothing and do nothing twice where one is cut off and comes back', async ({
    fs,
    assert,
  }) => {
    const start = (name: string, argv: string[], settings = {}) =>
      Machine.start({ folder: fs.basePath, name, argv, bucket, settings })
    const port = await freePort()
    const address = `http://127.0.0.1:${port}`
    api = `${address}/api/v1`
    const worker = (name: string) => start(name, ['ace.js', 'work', '--concurrency', '1'])
    const [web, ...others] = (fleet = await Promise.all([
      start('web', WEB, { PORT: String(port) }),
      start('scheduler', ['ace.js', 'schedule']),
      ...WORKERS.map(worker),
    ]))
    const workers = others.slice(1)
    await until(() => fetch(`${address}/health/live`).then(Boolean, () => false), 60_000)
    await until(async () => (await liveWorkers()).length === WORKERS.length, 60_000)

    const [long, short] = await films(fs.basePath)
    const lane = db.from('lanes').where('name', 'encode')
    await lane.clone().update({ paused_at: db.raw('now()'), paused_by: 'the test' })
    await upload(long)
    for (let n = 1; n < JOBS; n++) await upload(short)
    await lane.clone().update({ paused_at: null, paused_by: null })
    const { jobId, owner } = await encoding()
    const cut = workers.find(({ pid }) => owner.includes(`-${pid}-`))!
    cut.cutOff()

    await until(async () => (await ended()) === JOBS, 120_000)
    cut.reconnect()
    await until(() => isHeardOf(owner), 30_000)
    assert.deepEqual(await Promise.all(workers.map((machine) => machine.end())), [0, 0, 0])

    const attempts = await db.from('attempts').where('job_id', jobId).orderBy('number')
    assert.deepEqual(
      attempts.map(({ status, worker_id: id }) => [status, id === owner]),
      [
        ['lost', true],
        ['completed', false],
      ]
    )
    await everyJobIsDoneOnce(assert)
    assert.sameMembers(await objectsIn(bucket), await referredTo())
    for (const machine of [web, ...workers]) assert.deepEqual(await machine.leftovers(), [])
    assert.equal(await sha256OfPlayed(api, token), (await firstRendition()).sha256)
  }).timeout(300_000)
})

type Assert = import('@japa/assert').Assert

async function liveWorkers(): Promise<{ id: string }[]> {
  return db.from('workers').whereNull('stopped_at')
}

/** One that is worked on for some seconds, and one that is soon done. */
function films(folder: string): Promise<string[]> {
  return Promise.all([
    landscapeClip(folder, { durationS: LONG_S, width: 1280, height: 720 }),
    landscapeClip(folder, { durationS: 1, name: 'short.mp4' }),
  ])
}

/** The long film, as soon as ffmpeg is on its way with it. */
async function encoding(): Promise<{ jobId: string; owner: string }> {
  const running = () =>
    db
      .from('jobs')
      .join('videos', 'videos.id', 'jobs.video_id')
      .where({ 'jobs.status': 'running', 'phase': 'encode' })
      .where('duration_s', '>', LONG_S - 1)
      .select('jobs.id', 'lease_owner')
      .first()
  await until(async () => Boolean(await running()), 60_000)
  const { id: jobId, lease_owner: owner } = await running()
  return { jobId, owner }
}

async function ended(): Promise<number> {
  const [{ n }] = await db.from('jobs').where('status', 'completed').count('* as n')
  return Number(n)
}

async function isHeardOf(workerId: string): Promise<boolean> {
  const row = await db
    .from('workers')
    .where('id', workerId)
    .whereRaw(`heartbeat_at > now() - interval '4 seconds'`)
    .first()
  return Boolean(row)
}

async function everyJobIsDoneOnce(assert: Assert) {
  const { rows } = await db.rawQuery(
    `select count(*) filter (where attempts.status = 'completed') as done, count(distinct renditions.id) as shown
     from jobs join attempts on attempts.job_id = jobs.id left join renditions on renditions.attempt_id = attempts.id
     group by jobs.id`
  )
  assert.deepEqual(rows, Array(JOBS).fill({ done: 1, shown: 1 }))
  const told = await db.from('events').where('type', 'job.completed').count('* as n')
  assert.equal(Number(told[0].n), JOBS)
}

async function objectsIn(bucket: S3Settings): Promise<string[]> {
  const client = clientOf(bucket)
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket.bucket }))
  client.destroy()
  return Contents.map(({ Key }) => Key!)
}

async function referredTo(): Promise<string[]> {
  const { rows } = await db.rawQuery(
    `select original_key as key from videos union select poster_key from videos where poster_key is not null
     union select file ->> 'key' from renditions, jsonb_array_elements(files) as file`
  )
  return rows.map(({ key }: { key: string }) => key)
}

function firstRendition() {
  return db.from('renditions').orderBy('id').firstOrFail()
}

/** Over the web process, which never saw the file. */
async function sha256OfPlayed(api: string, token: string): Promise<string> {
  const { video_id: id, name } = await firstRendition()
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(`${api}/videos/${id}/renditions/${name}`, { headers })
  return createHash('sha256')
    .update(Buffer.from(await answer.arrayBuffer()))
    .digest('hex')
}
