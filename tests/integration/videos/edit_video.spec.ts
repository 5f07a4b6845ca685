import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { TagsRefused, TitleRefused } from '#videos/errors'
import { editVideo } from '#videos/edit_video'
import { listTags } from '#videos/list_tags'
import { mediakeep } from '#accounts/actor'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'

const by = mediakeep('system')

test.group('Editing a video', (group) => {
  group.each.setup(() => cleanDatabase())

  test('trims titles and tags and keeps each tag once', async ({ assert }) => {
    const video = await makeVideo()
    const tags = [' knee ', 'left\nleg', 'knee', '']

    const edited = await editVideo({ video, title: '  A knee\0 ', tags, by })

    assert.equal(edited.title, 'A knee')
    assert.deepEqual(edited.tags, ['knee', 'left leg'])
    assert.lengthOf(await db.from('audit').where('action', 'video.edited'), 1)
  })

  test('leaves alone what is not said', async ({ assert }) => {
    const video = await makeVideo({ title: 'A knee' })
    await editVideo({ video, tags: ['a'], by })
    await editVideo({ video, title: 'A hip', by })
    assert.deepEqual([video.title, video.tags], ['A hip', ['a']])
  })

  test('refuses what is too much, and says how much may be', async ({ assert }) => {
    const video = await makeVideo({ title: 'A knee' })
    const edit = (change: object) => () => editVideo({ video, ...change, by })
    const many = Array.from({ length: 21 }, (_, n) => `tag ${n}`)

    await assert.rejects(edit({ title: ' ' }), TitleRefused)
    await assert.rejects(edit({ title: 'x'.repeat(256) }), /256 characters: give 1 to 255/)
    await assert.rejects(edit({ tags: many }), /21 tags: give at most 20/)
    await assert.rejects(edit({ tags: ['x'.repeat(51)] }), TagsRefused)

    await video.refresh()
    assert.deepEqual([video.title, video.tags], ['A knee', []])
  })

  test('tags are counted, the most frequent first', async ({ assert }) => {
    for (const tags of [['a', 'b'], ['b']]) await editVideo({ video: await makeVideo(), tags, by })
    assert.deepEqual(await listTags(5), [
      { tag: 'b', videos: 2 },
      { tag: 'a', videos: 1 },
    ])
  })
})
