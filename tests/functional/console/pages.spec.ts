import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { dismissJobs } from '#jobs/life/dismiss_jobs'
import { mediakeep } from '#accounts/actor'
import { failedJob } from '#tests/helpers/failed_jobs'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { personOf } from '#tests/helpers/people'
import { startJob } from '#tests/helpers/work'
import type User from '#accounts/user'

const HOSTILE = `"><img src=x onerror=alert(1)><script>alert(2)</script>{{ 7 * 7 }}`

test.group('Console pages', (group) => {
  let person: User

  group.each.setup(async () => {
    await cleanDatabase()
    person = await personOf('operator')
  })

  test('a hostile title is text wherever it is shown', async ({ client, assert }) => {
    const video = await makeVideo({ title: HOSTILE })
    const job = await startJob(video)

    for (const path of ['/', '/videos', `/videos/${video.id}`, '/jobs', `/jobs/${job.id}`]) {
      const answer = await client.get(path).loginAs(person)
      assert.include(answer.text(), '&lt;img src=x', path)
      assert.notInclude(answer.text(), '<img src=x', path)
      assert.notInclude(answer.text(), '<script>alert', path)
      assert.include(answer.text(), '{{ 7 * 7 }}', path)
    }
  })

  test('a hostile search is text in its field', async ({ client, assert }) => {
    const answer = await client.get('/videos').qs({ search: HOSTILE }).loginAs(person)

    assert.notInclude(answer.text(), '<img src=x')
    assert.include(answer.text(), 'No video fits')
  })

  test('videos are filtered by status and by text', async ({ client, assert }) => {
    await makeVideo({ title: 'Harbour', status: 'completed' })
    await makeVideo({ title: 'Harvest', status: 'failed' })
    const titles = async (query: object) => {
      const answer = await client.get('/videos').qs(query).loginAs(person)
      return ['Harbour', 'Harvest'].filter((title) => answer.text().includes(`>${title}<`))
    }

    assert.deepEqual(await titles({}), ['Harbour', 'Harvest'])
    assert.deepEqual(await titles({ status: 'failed' }), ['Harvest'])
    assert.deepEqual(await titles({ search: 'bour' }), ['Harbour'])
    assert.deepEqual(await titles({ status: 'nonsense', page: '-1' }), ['Harbour', 'Harvest'])
  })

  test('jobs are filtered by cause and by the day on which they ended', async ({
    client,
    assert,
  }) => {
    const ended = async (title: string, failure_cause: string, finished_at: string) => {
      const job = await startJob(await makeVideo({ title }))
      const end = { status: 'failed', failure_cause, finished_at }
      await db.from('jobs').where('id', job.id).update(end)
    }
    await ended('Old', 'TIME_LIMIT', '2026-03-01T23:59:59Z')
    await ended('New', 'DISK_FULL', '2026-03-02T00:00:00Z')
    const titles = async (query: object) => {
      const answer = await client.get('/jobs').qs(query).loginAs(person)
      return ['Old', 'New'].filter((title) => answer.text().includes(`>${title}<`))
    }

    assert.deepEqual(await titles({ status: 'failed' }), ['Old', 'New'])
    assert.deepEqual(await titles({ cause: 'DISK_FULL' }), ['New'])
    assert.deepEqual(await titles({ day: '2026-03-01' }), ['Old'])
  })

  test('the causes of failed jobs count what their links show', async ({ client, assert }) => {
    const [one] = [await failedJob(), await failedJob(), await failedJob({ cause: 'TIME_LIMIT' })]
    await dismissJobs({ jobIds: [one.id], by: mediakeep('system') })
    const page = async (query: object) => {
      const answer = await client
        .get('/jobs')
        .qs({ status: 'failed', ...query })
        .loginAs(person)
      const text = answer.text().replace(/\s+/g, ' ')
      const [, chip] = /title="DISK_FULL"[^>]*>[^<]*<span class="number">(\d+)</.exec(text) ?? []
      const rows = text.match(/<tr id="job-/g) ?? []
      return { chip: Number(chip ?? 0), rows: rows.length, text }
    }

    const { chip, text } = await page({})
    assert.equal(chip, (await page({ cause: 'DISK_FULL' })).rows)
    assert.include(text, 'Retry all 2 failed jobs that nobody dismissed?')
    assert.equal((await page({ day: '2020-01-01' })).chip, 0)
  })

  test('{$self} is a page that says so')
    .with(['/videos/999999', '/videos/x', '/jobs/1', '/schedules/999', '/nowhere'])
    .run(async ({ client }, path) => {
      const answer = await client.get(path).loginAs(person).accept('html')

      answer.assertStatus(404)
      answer.assertTextIncludes('Go to the overview')
    })

  test('a missing worker is told with its remedy', async ({ client }) => {
    const answer = await client.get('/').loginAs(person)

    answer.assertTextIncludes('No worker is running.')
    answer.assertTextIncludes('./ace work')
  })

  test('the same work asked for twice is refused in words, where it was asked', async ({
    client,
  }) => {
    const video = await makeVideo()
    await startJob(video, 'low')

    const answer = await client
      .post(`/videos/${video.id}/jobs`)
      .form({ preset: 'low' })
      .loginAs(person)
      .withCsrfToken()

    answer.assertTextIncludes('is already being processed in this way')
  })
})
