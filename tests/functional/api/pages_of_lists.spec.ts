import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { failedJob } from '#tests/helpers/failed_jobs'
import { makeSchedule } from '#tests/helpers/make_schedule'
import { makeVideo } from '#tests/helpers/make_video'
import { tokenOf } from '#tests/helpers/people'
import type { ApiClient, ApiResponse } from '@japa/api-client'

test.group('Pages of lists', (group) => {
  let token: string

  group.each.setup(async () => {
    await cleanDatabase()
    token = await tokenOf('operator')
  })

  const get = (client: ApiClient, path: string) => client.get(path).bearerToken(token)
  const idsOf = (answer: ApiResponse): unknown[] =>
    answer.body().data.map(({ id }: { id: unknown }) => id)

  /** Every id of a list, as `Link` leads through it. */
  async function wholeList(client: ApiClient, path: string): Promise<unknown[][]> {
    const pages: unknown[][] = []
    for (let next: string | undefined = path; next;) {
      const answer: ApiResponse = await get(client, next)
      answer.assertStatus(200)
      pages.push(idsOf(answer))
      next = /^<([^>]+)>; rel="next"$/.exec(answer.header('link') ?? '')?.[1]
    }
    return pages
  }

  test('videos go on where the page before ended, whatever is added meanwhile', async ({
    client,
    assert,
  }) => {
    const videos = [await makeVideo(), await makeVideo(), await makeVideo()]
    const first = await get(client, '/api/v1/videos?limit=2&status=pending')
    await makeVideo()

    const { next_cursor: after, ...meta } = first.body().meta
    const second = await get(client, `/api/v1/videos?limit=2&status=pending&after=${after}`)

    assert.deepEqual(meta, { limit: 2, total: 3, is_total_exact: true })
    assert.deepEqual(idsOf(first), [videos[2].id, videos[1].id])
    assert.deepEqual(idsOf(second), [videos[0].id])
    assert.isNull(second.body().meta.next_cursor)
    assert.isUndefined(second.header('link'))
    assert.include(first.header('link'), 'status=pending')
  })

  test('behind the last there is nothing, not the first again', async ({ client, assert }) => {
    const videos = [await makeVideo(), await makeVideo()]
    const first = await get(client, '/api/v1/videos?limit=1')
    await db.from('videos').where({ id: videos[0].id }).delete()

    const second = await get(client, /<([^>]+)>/.exec(first.header('link')!)![1])

    assert.deepEqual(idsOf(second), [])
    assert.isNull(second.body().meta.next_cursor)
  })

  test('videos are sorted by what is asked for, both ways: {sort}')
    .with([
      { sort: 'title', by: [0, 1, 2] },
      { sort: '-title', by: [2, 1, 0] },
      { sort: 'size_bytes', by: [1, 2, 0] },
      { sort: '-duration_seconds', by: [0, 2, 1] },
    ])
    .run(async ({ client, assert }, { sort, by }) => {
      const videos = [await makeVideo({ title: 'a' }), await makeVideo({ title: 'B' })]
      videos.push(await makeVideo({ title: 'c' }))
      for (const [i, size] of [30, 10, 20].entries()) {
        await videos[i].merge({ sizeBytes: size, durationS: size + 0.5 }).save()
      }

      const pages = await wholeList(client, `/api/v1/videos?sort=${sort}&limit=1`)

      assert.deepEqual(
        pages.flat(),
        by.map((i) => videos[i].id)
      )
    })

  test('jobs, dead letters, batches and firings have pages too', async ({ client, assert }) => {
    const jobs = []
    for (const preset of ['low', 'medium', 'high']) {
      jobs.push((await failedJob({ preset, cause: 'TIME_LIMIT' })).id)
    }
    const schedule = await makeSchedule()
    for (const minutes of [3, 2, 1]) {
      const dueAt = db.raw(`date_trunc('minute', now()) - interval '${minutes} minutes'`)
      await db.table('firings').insert({ schedule_id: schedule.id, due_at: dueAt })
    }
    for (const preset of ['low', 'medium', 'high']) {
      await client.post('/api/v1/batches').bearerToken(token).json({ preset })
    }

    const newest = await wholeList(client, '/api/v1/jobs?limit=2&status=failed')
    const oldest = await wholeList(client, '/api/v1/jobs?limit=2&sort=created_at')
    const dead = await wholeList(client, '/api/v1/dead-letters?limit=2')
    const batches = await wholeList(client, '/api/v1/batches?limit=2')
    const firings = await wholeList(client, `/api/v1/schedules/${schedule.id}/firings?limit=2`)

    assert.deepEqual(newest, [[jobs[2], jobs[1]], [jobs[0]]])
    assert.deepEqual(oldest, [[jobs[0], jobs[1]], [jobs[2]]])
    assert.sameMembers(dead.flat(), jobs)
    for (const pages of [dead, batches, firings]) {
      assert.deepEqual(
        pages.map((page) => page.length),
        [2, 1]
      )
    }
    assert.deepEqual(
      firings.flat(),
      (firings.flat() as number[]).toSorted((a, b) => b - a)
    )
  })

  test('a cursor of nothing is 422 and named: {$self}')
    .with([
      'abc',
      '.',
      '-created_at.abc',
      'title.WyJhIiwiMSJd',
      `-created_at.${cursor('2026-19-39 25:61:61+00', '1')}`,
      `-created_at.${cursor('2026-01-01 00:00:00+00', '99999999999')}`,
      `-created_at.${cursor('2026-01-01 00:00:00+00', '0198f0aa-0000-7000-8000-000000000000')}`,
    ])
    .run(async ({ client, assert }, after) => {
      const answer = await get(client, `/api/v1/videos?after=${encodeURIComponent(after)}`)

      answer.assertStatus(422)
      assert.equal(answer.body().errors[0].field, 'after')
      assert.include(answer.body().errors[0].message, 'next_cursor')
    })

  test('a limit or a sort that is none is 422: {$self}')
    .with(['limit=0', 'limit=101', 'limit=all', 'sort=status', 'sort=-'])
    .run(async ({ client, assert }, query) => {
      const answer = await get(client, `/api/v1/videos?${query}`)

      answer.assertStatus(422)
      assert.equal(answer.body().errors[0].field, query.split('=')[0])
    })
})

function cursor(value: string, id: string): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url')
}
