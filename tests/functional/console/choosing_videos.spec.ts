import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import SavedView from '#videos/saved_view'
import Sweep from '#jobs/sweeps/sweep'
import Video from '#videos/video'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { failedJob } from '#tests/helpers/failed_jobs'
import { makeVideo } from '#tests/helpers/make_video'
import { personOf } from '#tests/helpers/people'

const HOSTILE = '<script>alert(1)</script>"\'{{ 7*7 }}'

test.group('Videos page', (group) => {
  group.each.setup(() => cleanDatabase())

  test('only who may make schedules is led to folders of the server', async ({
    client,
    assert,
  }) => {
    const way = '/schedules/new?action=import_folder'
    const seenBy = async (role: 'operator' | 'admin') =>
      (await client.get('/videos').loginAs(await personOf(role))).text()
    assert.include(await seenBy('admin'), way)
    assert.notInclude(await seenBy('operator'), way)
  })

  test('narrows by {field}={value}')
    .with([
      { field: 'codec', value: 'hevc' },
      { field: 'min_mb', value: '5' },
      { field: 'min_minutes', value: '2' },
      { field: 'tag', value: 'knee' },
      { field: 'from', value: '2030-01-01' },
      { field: 'archived', value: 'only' },
    ])
    .run(async ({ client, assert }, { field, value }) => {
      const wanted = await makeVideo({ title: 'Wanted' })
      await makeVideo({ title: 'Other' })
      await wanted
        .merge({ videoCodec: 'hevc', sizeBytes: 6_000_000, durationS: 300, tags: ['knee'] })
        .save()
      const archived =
        field === 'archived' ? { archived_at: db.raw('now()'), archived_by: 'A' } : {}
      await db
        .from('videos')
        .where('id', wanted.id)
        .update({ created_at: '2031-01-01', ...archived })

      const answer = await client
        .get('/videos')
        .qs({ [field]: value })
        .loginAs(await personOf('viewer'))

      assert.include(answer.text(), 'Wanted')
      assert.notInclude(answer.text(), '>Other<')
    })

  test('takes no notice of what makes no sense', async ({ client, assert }) => {
    await makeVideo({ title: 'Shown' })
    const odd = {
      status: 'x',
      min_mb: '-1',
      from: '2024-02-31',
      uploader: '1;',
      after: 'zz',
      sort: '',
    }

    const answer = await client
      .get('/videos')
      .qs({ ...odd, 'archived': 'maybe', 'search[]': 'a' })
      .loginAs(await personOf('viewer'))

    answer.assertStatus(200)
    assert.include(answer.text(), 'Shown')
  })

  test('escapes hostile titles, tags and searches on every page', async ({ client, assert }) => {
    const admin = await personOf('admin')
    const video = await makeVideo({ title: HOSTILE })
    await video.merge({ tags: [HOSTILE.slice(0, 50)] }).save()
    const said = { search: '<script>', tag: HOSTILE.slice(0, 50) }

    for (const path of ['/videos', '/sweeps/new?scope=all&action=delete', '/jobs']) {
      const answer = await client.get(path).qs(said).loginAs(admin)
      assert.equal(answer.status(), 200, path)
      assert.notInclude(answer.text(), '<script>alert', path)
      assert.notInclude(answer.text(), '"\'49', path)
    }
  })

  test('walks on from the last video of the page', async ({ client, assert }) => {
    for (let n = 0; n < 25; n++) await makeVideo({ title: `Video ${n}.` })
    const viewer = await personOf('viewer')

    const first = await client.get('/videos').loginAs(viewer)
    const next = first
      .text()
      .match(/rel="next" href="([^"]+)"/)![1]
      .replaceAll('&amp;', '&')
    const second = await client.get(next).loginAs(viewer)

    assert.include(second.text(), 'Video 0.')
    assert.notInclude(second.text(), 'Video 1.')
    assert.include(second.text(), 'rel="prev"')
  })
})

test.group('Changing many videos', (group) => {
  group.each.setup(() => cleanDatabase())

  test('a viewer changes nothing, an operator deletes nothing', async ({ client, assert }) => {
    await makeVideo()
    const ask = async (role: 'viewer' | 'operator', action: string) =>
      client
        .post('/sweeps')
        .form({ action, scope: 'all', new_tag: 'a', expected: 1 })
        .loginAs(await personOf(role))
        .withCsrfToken()
        .redirects(0)

    assert.equal((await ask('viewer', 'tag')).status(), 403)
    assert.equal((await ask('operator', 'delete')).status(), 403)
    assert.lengthOf(await Sweep.all(), 0)
    assert.lengthOf(await Video.all(), 1)
  })

  test('a viewer sees no way to choose', async ({ client, assert }) => {
    await makeVideo()
    const viewer = await personOf('viewer')

    const page = await client.get('/videos').loginAs(viewer)
    const asking = await client
      .get('/sweeps/new')
      .qs({ action: 'tag', scope: 'all' })
      .loginAs(viewer)

    page.assertStatus(200)
    assert.notInclude(page.text(), 'name="ids"')
    asking.assertStatus(403)
  })

  test('without its token nothing is changed', async ({ client, assert }) => {
    await makeVideo()
    const form = { action: 'archive', scope: 'all' }

    await client
      .post('/sweeps')
      .form(form)
      .loginAs(await personOf('admin'))
      .redirects(0)

    assert.lengthOf(await Sweep.all(), 0)
  })

  test('says the count before anything goes, and refuses another', async ({ client, assert }) => {
    await makeVideo()
    await makeVideo()
    const admin = await personOf('admin')
    const asked = { action: 'delete', scope: 'all' }
    const send = (expected: number) =>
      client
        .post('/sweeps')
        .form({ ...asked, expected })
        .loginAs(admin)
        .withCsrfToken()

    const question = await client.get('/sweeps/new').qs(asked).loginAs(admin)
    const refused = await send(3)
    const done = await send(2)

    question.assertTextIncludes('Delete 2 videos for good?')
    refused.assertTextIncludes('2 videos fit now, not 3')
    done.assertTextIncludes('2 videos deleted.')
    assert.lengthOf(await Video.all(), 0)
  })

  test('changes the ticked ones alone', async ({ client, assert }) => {
    const [chosen, other] = [await failedJob(), await failedJob()]
    const form = { 'action': 'retry', 'scope': 'selected', 'ids[]': chosen.videoId }

    const answer = await client
      .post('/sweeps')
      .form(form)
      .loginAs(await personOf('operator'))
      .withCsrfToken()

    answer.assertTextIncludes('1 video queued again.')
    assert.equal((await chosen.refresh()).status, 'queued')
    assert.equal((await other.refresh()).status, 'failed')
  })

  test('nothing ticked is told', async ({ client }) => {
    const answer = await client
      .get('/sweeps/new')
      .qs({ action: 'tag', scope: 'selected' })
      .loginAs(await personOf('operator'))

    answer.assertTextIncludes('tick the videos that you mean')
  })

  test('a preset goes through the form of batches, with the whole filter', async ({
    client,
    assert,
  }) => {
    await makeVideo()
    const said = { codec: 'h264', min_mb: '0.001', from: '2020-01-01', search: 'video' }

    const answer = await client
      .get('/sweeps/new')
      .qs({ action: 'start', scope: 'all', ...said })
      .loginAs(await personOf('operator'))

    answer.assertTextIncludes('1 job</strong> would start')
    assert.include(answer.text(), 'name="min_size_bytes" value="1000"')
  })
})

test.group('Saved views', (group) => {
  group.each.setup(() => cleanDatabase())

  test('belong to whoever saved them, and open the page if asked to', async ({
    client,
    assert,
  }) => {
    const [ada, bob] = [await personOf('viewer'), await personOf('viewer')]
    const form = { name: ' Long ones ', min_minutes: '60', sort: 'longest', is_default: 'true' }

    const saved = await client.post('/saved-views').form(form).loginAs(ada).withCsrfToken()
    const opened = await client.get('/videos').loginAs(ada).redirects(0)
    const others = await client.get('/videos').loginAs(bob).redirects(0)
    const [view] = await SavedView.all()
    const stolen = await client
      .delete(`/saved-views/${view.id}`)
      .loginAs(bob)
      .withCsrfToken()
      .redirects(0)

    saved.assertTextIncludes('The view “Long ones” is saved.')
    opened.assertHeader('location', '/videos?min_minutes=60&sort=longest')
    assert.equal(others.status(), 200)
    assert.equal(stolen.status(), 404)
    assert.lengthOf(await SavedView.all(), 1)
  })

  test('are deleted and the videos stay; one without a name is refused', async ({
    client,
    assert,
  }) => {
    const viewer = await personOf('viewer')
    const form = { name: '  ', tag: 'a' }
    const view = await SavedView.create({ userId: viewer.id, name: 'A', query: 'tag=a' })

    const refused = await client.post('/saved-views').form(form).loginAs(viewer).withCsrfToken()
    await client.delete(`/saved-views/${view.id}`).loginAs(viewer).withCsrfToken()

    refused.assertTextIncludes('The view has no name')
    assert.lengthOf(await SavedView.all(), 0)
  })
})

test.group('Jobs page', (group) => {
  group.each.setup(() => cleanDatabase())

  test('narrows by {field}')
    .with([{ field: 'video' }, { field: 'preset' }, { field: 'worker' }, { field: 'cause' }])
    .run(async ({ client, assert }, { field }) => {
      const wanted = await failedJob({ title: 'Wanted', preset: 'low', cause: 'TIME_LIMIT' })
      await failedJob({ title: 'Other' })
      await db.from('attempts').where('job_id', wanted.id).update({ worker_id: '100%_host:7' })
      const values = { video: wanted.videoId, preset: 'low', worker: '100%_h', cause: 'TIME_LIMIT' }
      const value = values[field as keyof typeof values]

      const answer = await client
        .get('/jobs')
        .qs({ [field]: value, lane: 'nowhere', batch: 'x' })
        .loginAs(await personOf('viewer'))

      assert.include(answer.text(), 'Wanted')
      assert.notInclude(answer.text(), '>Other<')
    })
})
