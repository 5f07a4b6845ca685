import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Batch from '#jobs/batches/batch'
import Job from '#jobs/job'
import Video from '#videos/video'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { failedJob } from '#tests/helpers/failed_jobs'
import { makeVideo } from '#tests/helpers/make_video'
import { personOf } from '#tests/helpers/people'
import { startJob } from '#tests/helpers/work'
import type User from '#accounts/user'

const HOSTILE = `"><img src=x onerror=alert(1)><script>alert(2)</script>{{ 7 * 7 }}`

test.group('Failures, batches and lanes in the console', (group) => {
  let person: User

  group.each.setup(async () => {
    await cleanDatabase()
    person = await personOf('operator')
  })

  test('say what to do while they are empty', async ({ client }) => {
    const page = (path: string) => client.get(path).loginAs(person)

    ;(await page('/failures')).assertTextIncludes('Nothing waits for a decision')
    ;(await page('/batches')).assertTextIncludes('./ace process --batch --dry-run')
    ;(await page('/batches/new')).assertTextIncludes('There are no videos yet')
    ;(await page('/lanes')).assertTextIncludes('./ace work')
  })

  test('take hostile titles, tags, evidence and reasons as text', async ({ client, assert }) => {
    const job = await failedJob({ title: HOSTILE, evidence: HOSTILE })
    await db
      .from('videos')
      .where('id', job.videoId)
      .update({ tags: [HOSTILE] })
    const pause = { paused_at: db.raw('now()'), paused_by: HOSTILE, pause_reason: HOSTILE }
    await db.from('lanes').where('name', 'quick').update(pause)
    const query = new URLSearchParams({ search: HOSTILE, tag: HOSTILE, cause: HOSTILE })
    const paths = ['/failures', '/lanes', '/', '/jobs', `/videos/${job.videoId}`, '/videos']

    for (const path of [...paths, `/failures?${query}`, `/batches/new?${query}`]) {
      const answer = await client.get(path).loginAs(person)
      assert.equal(answer.status(), 200, path)
      assert.include(answer.text(), '&lt;img src=x', path)
      assert.notInclude(answer.text(), '<img src=x', path)
      assert.notInclude(answer.text(), '<script>alert', path)
    }
  })

  test('failures are told by cause and retried by it', async ({ client, assert }) => {
    const jobs = [await failedJob(), await failedJob()]
    const other = await failedJob({ cause: 'TIME_LIMIT' })

    const page = await client.get('/failures').loginAs(person)
    const retried = await client
      .post('/failures/retry')
      .form({ scope: 'all', cause: 'DISK_FULL', search: '' })
      .loginAs(person)
      .withCsrfToken()

    page.assertTextIncludes('2 jobs, one cause:')
    page.assertTextIncludes('No space left on device')
    retried.assertTextIncludes('2 jobs are queued again.')
    for (const job of jobs) assert.equal((await job.refresh()).status, 'queued')
    assert.equal((await other.refresh()).status, 'failed')
  })

  test('selected failures are dismissed, and nothing selected is said', async ({
    client,
    assert,
  }) => {
    const [job, other] = [await failedJob(), await failedJob()]
    const send = (form: object) =>
      client.post('/failures/dismiss').form(form).loginAs(person).withCsrfToken()

    const dismissed = await send({ 'scope': 'selected', 'ids[]': job.id })
    const nothing = await send({ scope: 'selected' })

    dismissed.assertTextIncludes('1 failure dismissed.')
    nothing.assertTextIncludes('tick the jobs that you mean')
    assert.isNotNull((await job.refresh()).dismissedAt)
    assert.isNull((await other.refresh()).dismissedAt)
  })

  test('a batch is counted, started, paused, resumed and cancelled', async ({ client, assert }) => {
    for (let n = 0; n < 3; n++) await makeVideo({ title: 'A knee' })
    await makeVideo({ title: 'A hip' })
    const send = (path: string, form: object = {}) =>
      client.post(path).form(form).loginAs(person).withCsrfToken()

    const form = { preset: 'low', status: 'any', search: 'knee', canary_size: '1', tag: '' }
    const counted = await client.get('/batches/new').qs(form).loginAs(person)
    const started = await send('/batches', form)
    const { id } = await Batch.firstOrFail()
    const paused = await send(`/batches/${id}/pause`)
    const resumed = await send(`/batches/${id}/release`)
    const moved = await send(`/batches/${id}/priority`, { priority: 9 })
    const cancelled = await send(`/batches/${id}/cancellation`)
    const again = await send(`/batches/${id}/pause`)

    counted.assertTextIncludes('<strong>3 jobs</strong>')
    started.assertTextIncludes('1 job started with low; 2 others follow')
    started.assertTextIncludes('The first 1 try it.')
    paused.assertTextIncludes('Paused by A operator')
    resumed.assertTextIncludes('3 jobs may go on.')
    moved.assertTextIncludes('3 waiting jobs now at priority 9.')
    cancelled.assertTextIncludes('3 jobs cancelled.')
    again.assertTextIncludes(`Batch ${id} is cancelled`)
    assert.lengthOf(await Job.query().where({ status: 'cancelled', priority: 9 }), 3)
  })

  test('a number that cannot be is said beside the form', async ({ client, assert }) => {
    const form = { preset: 'low', max_videos: '-1' }
    const counted = await client.get('/batches/new').qs(form).loginAs(person)
    const started = await client
      .post('/batches')
      .header('referer', '/batches/new')
      .form(form)
      .loginAs(person)
      .withCsrfToken()

    counted.assertTextIncludes('The max_videos field must be between 1')
    started.assertTextIncludes('The max_videos field must be between 1')
    assert.lengthOf(await Batch.all(), 0)
  })

  test('a lane that is stopped is told on the overview with its remedy', async ({ client }) => {
    await db
      .from('lanes')
      .where('name', 'encode')
      .update({
        ...{ breaker_cause: 'DISK_FULL', breaker_opened_at: db.raw('now()'), breaker_trips: 1 },
        breaker_until: db.raw(`now() + interval '2 minutes'`),
      })

    for (const path of ['/', '/jobs', '/failures', '/batches', '/lanes']) {
      const page = await client.get(path).loginAs(person)
      page.assertTextIncludes('Films and sound: stopped. The disk is full.')
    }
  })

  test('a lane is paused and resumed by operators, limited by administrators', async ({
    client,
    assert,
  }) => {
    const admin = await personOf('admin')
    const send = (path: string, form: object) =>
      client.post(path).form(form).loginAs(person).withCsrfToken().redirects(1)
    const limit = (by: User, concurrency: string) =>
      client.put('/lanes/encode').form({ concurrency }).loginAs(by).withCsrfToken()

    const paused = await send('/lanes/encode/pause', { reason: 'new disks' })
    const resumed = await send('/lanes/encode/resume', {})
    const refused = await limit(person, '1')
    const limited = await limit(admin, '2')
    const freed = await limit(admin, '')

    paused.assertTextIncludes('new disks')
    resumed.assertTextIncludes('jobs are begun again')
    refused.assertStatus(403)
    limited.assertTextIncludes('at most 2')
    freed.assertTextIncludes('as many as the workers have slots')
    assert.lengthOf(await db.from('audit').where('action', 'lane.limited'), 2)
  })

  test('a waiting job is moved, one that ended is not', async ({ client, assert }) => {
    const job = await startJob(await makeVideo())
    const ended = await failedJob()
    const move = (id: string, priority: string) =>
      client.post(`/jobs/${id}/priority`).form({ priority }).loginAs(person).withCsrfToken()

    const moved = await move(job.id, '20')
    const refused = await move(ended.id, '20')

    moved.assertTextIncludes('The job has priority 20.')
    refused.assertTextIncludes('only a job that waits has a turn')
    assert.equal((await job.refresh()).priority, 20)
  })

  test('a video is named and tagged, and found by the tag', async ({ client, assert }) => {
    const video = await makeVideo({ title: 'A knee' })
    await makeVideo({ title: 'A hip' })
    const edit = (form: object) =>
      client.patch(`/videos/${video.id}`).form(form).loginAs(person).withCsrfToken()

    const saved = await edit({ title: 'The knee', tags: 'ortho, left leg,' })
    const refused = await edit({ title: ' ', tags: '' })
    const list = await client.get('/videos').qs({ tag: 'left leg' }).loginAs(person)

    saved.assertTextIncludes('It is saved.')
    refused.assertTextIncludes('The title is empty')
    assert.deepEqual((await Video.findOrFail(video.id)).tags, ['ortho', 'left leg'])
    list.assertTextIncludes('>The knee<')
    assert.notInclude(list.text(), '>A hip<')
  })

  test('a viewer reads all of it and changes none of it', async ({ client, assert }) => {
    const viewer = await personOf('viewer')
    const job = await failedJob()
    await makeVideo()
    const wanted = ['/failures/retry', '/failures/dismiss', '/batches', '/batches/1/pause']
    const more = ['/lanes/all/pause', '/lanes/all/resume', `/jobs/${job.id}/priority`]

    for (const path of ['/failures', '/batches', '/lanes']) {
      const page = await client.get(path).loginAs(viewer)
      assert.equal(page.status(), 200, path)
      assert.notMatch(page.text(), /<button class="button(?! quiet)/, path)
    }
    for (const path of [...wanted, ...more]) {
      const form = { scope: 'all', preset: 'low', priority: 1 }
      const answer = await client.post(path).form(form).loginAs(viewer).withCsrfToken()
      assert.equal(answer.status(), 403, path)
    }
    assert.equal((await job.refresh()).status, 'failed')
    assert.isNull(job.dismissedAt)
  })

  test('a form without its token does nothing', async ({ client, assert }) => {
    const job = await failedJob()
    await makeVideo()
    const form = { scope: 'all', preset: 'low', concurrency: 1, title: 'x', tags: 'x' }

    for (const path of ['/failures/dismiss', '/batches', '/lanes/all/pause']) {
      await client.post(path).form(form).loginAs(person).redirects(0)
    }
    await client.patch(`/videos/${job.videoId}`).form(form).loginAs(person).redirects(0)

    assert.isNull((await job.refresh()).dismissedAt)
    assert.lengthOf(await Batch.all(), 0)
    assert.isNull((await db.from('lanes').where('name', 'all').first()).paused_at)
    assert.notEqual((await Video.findOrFail(job.videoId)).title, 'x')
  })
})
