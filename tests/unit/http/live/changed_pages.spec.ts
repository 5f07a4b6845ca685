import { test } from '@japa/runner'
import { changedPages, EVERY_PAGE } from '#http/live/changed_pages'
import { LivePages } from '#http/live/live_pages'

test.group('changedPages', () => {
  test('a job shows on its page, its video’s, its batch’s, the lists and the overview', ({
    assert,
  }) => {
    const rows = [{ id: 'a-b', video_id: 7, batch_id: 3 }]
    const pages = changedPages({ table: 'jobs', rows })
    assert.includeMembers(pages, ['jobs/a-b', 'videos/7', 'batches/3', 'jobs', 'overview'])
    assert.notInclude(pages, 'schedules')
  })

  test('too many to name show on every page', ({ assert }) => {
    assert.deepEqual(changedPages({ table: 'jobs', rows: null }), [EVERY_PAGE])
  })

  test('a page is named once', ({ assert }) => {
    const rows = [
      { id: 'a', video_id: 7 },
      { id: 'b', video_id: 7 },
    ]
    const pages = changedPages({ table: 'jobs', rows })
    assert.lengthOf(
      pages.filter((page) => page === 'videos/7'),
      1
    )
  })
})

test.group('LivePages', () => {
  test('{openPages} open pages are left alone for {pauseMs} ms')
    .with([
      { openPages: 0, pauseMs: 1_000 },
      { openPages: 5, pauseMs: 1_000 },
      { openPages: 200, pauseMs: 40_000 },
    ])
    .run(({ assert }, { openPages, pauseMs }) => {
      assert.equal(LivePages.pauseMs(openPages), pauseMs)
    })

  test('many changes are one notice for each page', async ({ assert }) => {
    const told: string[] = []
    const pages = new LivePages({
      broadcast: (channel) => void told.push(channel),
      getSubscribersFor: () => [],
    })
    for (let at = 0; at < 100; at++) {
      pages.take({ table: 'videos', rows: [{ id: at % 2 }] })
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
    assert.sameMembers(told, ['overview', 'videos', 'videos/0', 'videos/1'])
  })
})
