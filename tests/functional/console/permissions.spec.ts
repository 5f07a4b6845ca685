import { test } from '@japa/runner'
import Job from '#jobs/job'
import Schedule from '#scheduling/schedule'
import Video from '#videos/video'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeSchedule } from '#tests/helpers/make_schedule'
import { makeVideo } from '#tests/helpers/make_video'
import { personOf } from '#tests/helpers/people'
import { startJob } from '#tests/helpers/work'

const PAGES = [
  '/',
  '/videos',
  '/videos/1',
  '/jobs',
  '/watermarks',
  '/schedules',
  '/queues',
  '/queues/api/queues',
]
const FILES = ['/videos/1/poster', '/videos/1/original', '/videos/1/renditions/medium']

/** A filter changes the address and nothing else. */
const FORMS_THAT_LOOK = /<form(?![^>]*method)[^]*?<\/form>/g

test.group('Console permissions', (group) => {
  group.each.setup(() => cleanDatabase())

  test('nobody sees {$self} without signing in')
    .with([...PAGES, ...FILES])
    .run(async ({ client }, path) => {
      const answer = await client.get(path).redirects(0)

      answer.assertStatus(302)
      answer.assertHeader('location', '/login')
    })

  test('a viewer sees every page, and no button that does something', async ({
    client,
    assert,
  }) => {
    const viewer = await personOf('viewer')
    const video = await makeVideo()
    const job = await startJob(video)
    const schedule = await makeSchedule()
    const paths = [
      '/',
      '/videos',
      `/videos/${video.id}`,
      '/jobs',
      `/jobs/${job.id}`,
      '/schedules',
      '/watermarks',
    ]

    for (const path of [...paths, `/schedules/${schedule.id}`, '/queues']) {
      const answer = await client.get(path).loginAs(viewer)
      assert.equal(answer.status(), 200, path)
      const doing = answer.text().replace(FORMS_THAT_LOOK, '')
      assert.notMatch(doing, /<button class="button(?! quiet)/, path)
    }
  })

  test('a viewer starts, cancels, retries and uploads nothing', async ({ client, assert }) => {
    const viewer = await personOf('viewer')
    const video = await makeVideo()
    const job = await startJob(video)
    const schedule = await makeSchedule()
    const wanted = [
      '/videos',
      `/videos/${video.id}/jobs`,
      '/watermarks',
      '/batches',
      '/retries',
      `/jobs/${job.id}/cancellation`,
      `/jobs/${job.id}/retry`,
      `/schedules/${schedule.id}/firings`,
      '/sweeps',
    ]

    for (const path of wanted) {
      const answer = await client
        .post(path)
        .form({ preset: 'low', status: 'queued' })
        .loginAs(viewer)
        .withCsrfToken()
      assert.equal(answer.status(), 403, path)
    }
    assert.lengthOf(await Job.all(), 1)
    assert.lengthOf(await Video.all(), 1)
    assert.equal((await Job.findOrFail(job.id)).status, 'queued')
  })

  test('an operator edits no schedule, an administrator does', async ({ client, assert }) => {
    const schedule = await makeSchedule()
    const edit = async (role: 'operator' | 'admin') =>
      client
        .put(`/schedules/${schedule.id}`)
        .form({ cron: '5 4 * * *' })
        .loginAs(await personOf(role))
        .withCsrfToken()
        .redirects(0)

    const refused = await edit('operator')
    const cronThen = (await Schedule.findOrFail(schedule.id)).cron
    await edit('admin')

    assert.equal(refused.status(), 403)
    assert.equal(cronThen, schedule.cron)
    assert.equal((await Schedule.findOrFail(schedule.id)).cron, '5 4 * * *')
  })

  test('a form without its token does nothing', async ({ client, assert }) => {
    const admin = await personOf('admin')
    const video = await makeVideo()
    const schedule = await makeSchedule()

    for (const path of [
      `/videos/${video.id}/jobs`,
      '/batches',
      `/schedules/${schedule.id}/firings`,
    ]) {
      await client.post(path).form({ preset: 'low', status: 'pending' }).loginAs(admin).redirects(0)
    }

    assert.lengthOf(await Job.all(), 0)
  })

  test('a form whose token is stale says so', async ({ client }) => {
    const form = { email: 'a@example.org', password: 'correct horse', _csrf: 'stale' }

    const answer = await client.post('/login').header('referer', '/login').form(form)

    answer.assertTextIncludes('role="alert"')
    answer.assertTextIncludes('send the form again')
  })

  test('an upload without its token is refused before the file is read', async ({
    client,
    assert,
  }) => {
    const operator = await personOf('operator')

    const answer = await client
      .post('/videos')
      .file('video', Buffer.from('bytes'), { filename: 'clip.mp4' })
      .loginAs(operator)
      .redirects(0)

    assert.notEqual(answer.status(), 201)
    assert.lengthOf(await Video.all(), 0)
  })
})
