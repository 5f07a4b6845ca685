import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type Video from '#videos/video'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { seedLibrary } from '#app/terminal/bench/library/seed_library'
import { VIDEO_SORTS, walkVideos, type VideoSort } from '#videos/list_videos'
import { matchingVideos, type VideoFilter } from '#videos/matching_videos'

const SORTS = Object.keys(VIDEO_SORTS) as VideoSort[]

test.group('walkVideos', (group) => {
  group.each.setup(() => cleanDatabase())

  test('shows each video once, forward and back, by {sort}, descending: {isDescending}')
    .with(SORTS.flatMap((sort) => [true, false].map((isDescending) => ({ sort, isDescending }))))
    .run(async ({ assert }, { sort, isDescending }) => {
      for (let n = 0; n < 7; n++) await makeVideo({ title: `Knee ${n % 3}` })
      const asked = { filter: {}, sort, isDescending, perPage: 3 }

      const first = await walkVideos(asked)
      const second = await walkVideos({ ...asked, after: first.next! })
      const third = await walkVideos({ ...asked, after: second.next! })
      const back = await walkVideos({ ...asked, before: third.previous! })

      const seen = [first, second, third].flatMap((page) => idsOf(page.items))
      assert.lengthOf(new Set(seen), 7)
      assert.deepEqual(idsOf(back.items), idsOf(second.items))
      assert.isNull(first.previous)
      assert.isNull(third.next)
      assert.deepEqual(first.extent, { n: 7, isExact: true })
    })

  test('a video that comes meanwhile moves nothing to the next page', async ({ assert }) => {
    const videos = [await makeVideo(), await makeVideo(), await makeVideo(), await makeVideo()]
    const asked = { filter: {}, sort: 'created', perPage: 2 } as const

    const first = await walkVideos(asked)
    await makeVideo({ title: 'New' })
    const second = await walkVideos({ ...asked, after: first.next! })

    assert.deepEqual(idsOf(first.items), [videos[3].id, videos[2].id])
    assert.deepEqual(idsOf(second.items), [videos[1].id, videos[0].id])
  })

  test('begins anew where the address holds no cursor of the list: {$self}')
    .with(['', 'x', 'WyJhIl0', Buffer.from(`["1' or 1=1","2"]`).toString('base64url')])
    .run(async ({ assert }, after) => {
      await makeVideo()

      const page = await walkVideos({ filter: {}, sort: 'size', perPage: 2, after })

      assert.lengthOf(page.items, 1)
    })
})

test.group('walkVideos among many', (group) => {
  group.setup(async () => {
    await cleanDatabase()
    const { rows } = await db.rawQuery('select current_database() as name')
    await seedLibrary({ videos: 12_000, database: rows[0].name, onProgress: () => {} })
    await db.rawQuery(
      `update videos set archived_at = now(), archived_by = 'A' where id in (select id from videos order by id limit 30)`
    )
  })
  group.teardown(() => cleanDatabase())

  const FILTERS: VideoFilter[] = [
    {},
    { status: 'failed' },
    { search: 'zebrafish' },
    { search: 'knee' },
    { search: 'LECTURE_00' },
    { tag: 'rare' },
    { tag: 'surgery', status: 'completed' },
    { codec: 'av1', minDurationS: 3_600 },
    { maxSizeBytes: 5_000_000 },
    { archived: 'only' },
    { lacksPreset: 'medium' },
  ]

  test('finds what the database finds without it: {name}')
    .with(
      FILTERS.flatMap((filter) =>
        SORTS.map((sort) => ({ filter, sort, name: JSON.stringify({ ...filter, sort }) }))
      )
    )
    .run(async ({ assert }, { filter, sort }) => {
      const { expression, isDescending } = VIDEO_SORTS[sort]
      const way = isDescending ? 'desc' : 'asc'
      const truth = await matchingVideos(filter)
        .select('id')
        .orderByRaw(`${expression} ${way}, id ${way}`)

      const first = await walkVideos({ filter, sort, perPage: 20 })
      const second = first.next
        ? await walkVideos({ filter, sort, perPage: 20, after: first.next })
        : null

      const seen = [...first.items, ...(second?.items ?? [])]
      assert.deepEqual(idsOf(seen), idsOf(truth.slice(0, 40)))
      if (first.extent.isExact) assert.equal(first.extent.n, truth.length)
      else assert.isAbove(truth.length, 20)
    })
})

function idsOf(videos: Video[]): number[] {
  return videos.map(({ id }) => id)
}
