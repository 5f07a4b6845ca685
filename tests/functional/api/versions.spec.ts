import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import ChangeWebhooks from '#webhooks/change_webhooks'
import { mediakeep } from '#accounts/actor'
import Preset from '#presets/preset'
import { addWindow, type WantedWindow } from '#jobs/windows/change_windows'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeSchedule } from '#tests/helpers/make_schedule'
import { makeVideo } from '#tests/helpers/make_video'
import { tokenOf } from '#tests/helpers/people'
import { startJob } from '#tests/helpers/work'
import type { ApiClient } from '@japa/api-client'

/** What can be changed, each with a change. */
const THINGS = {
  video: { body: { title: 'Mine' }, other: { title: 'Theirs' } },
  preset: { body: { title: 'Mine' }, other: { title: 'Theirs' } },
  schedule: { body: { name: 'Mine' }, other: { is_enabled: false } },
  window: { body: { is_enabled: true }, other: { is_enabled: false } },
  webhook: { body: { description: 'Mine' }, other: { is_enabled: false } },
}
const BY = mediakeep('system')
const WINDOW: WantedWindow = {
  ...{ lane: 'quick', days: [1], fromMinute: 0, toMinute: 60, timeZone: 'UTC' },
  ...{ atEnd: 'finish', isEnabled: true },
}

test.group('Versions', (group) => {
  let token: string
  let title: string

  group.each.setup(async () => {
    await cleanDatabase()
    token = await tokenOf('admin')
    title = (await Preset.findByOrFail({ name: 'low' })).title
  })

  group.each.teardown(async () => {
    await db.from('presets').where({ name: 'low' }).update({ title })
  })

  async function pathOf(kind: keyof typeof THINGS): Promise<string> {
    if (kind === 'video') return `/api/v1/videos/${(await makeVideo()).id}`
    if (kind === 'schedule') return `/api/v1/schedules/${(await makeSchedule()).id}`
    if (kind === 'preset') return '/api/v1/presets/low'
    if (kind === 'window') return `/api/v1/queue/windows/${(await addWindow(WINDOW, BY)).id}`
    const wish = { url: 'https://93.184.215.14/hook', description: '', eventTypes: ['*'] }
    const change = await app.container.make(ChangeWebhooks)
    const { webhook } = await change.create({ ...wish, isEnabled: true }, BY)
    return `/api/v1/webhooks/${webhook.id}`
  }

  const get = (client: ApiClient, path: string) => client.get(path).bearerToken(token)
  const patch = (client: ApiClient, path: string, body: object, etag: string) =>
    client.patch(path).bearerToken(token).header('If-Match', etag).json(body)
  const remove = (client: ApiClient, path: string, etag: string) =>
    client.delete(path).bearerToken(token).header('If-Match', etag)

  test('a {kind} that somebody changed meanwhile is neither changed nor deleted')
    .with([
      { kind: 'video' },
      { kind: 'preset' },
      { kind: 'schedule' },
      { kind: 'window' },
      { kind: 'webhook' },
    ] as const)
    .run(async ({ client, assert }, { kind }) => {
      const path = await pathOf(kind)
      const { body, other } = THINGS[kind]
      const seen = (await get(client, path)).header('etag')!
      const theirs = await patch(client, path, other, seen)

      const mine = await patch(client, path, body, seen)
      const gone = await remove(client, path, seen)

      assert.equal(theirs.status(), 200)
      assert.deepEqual([mine.status(), gone.status()], [412, 412])
      assert.equal(mine.body().code, 'E_PRECONDITION_FAILED')
      assert.include(mine.body().detail, mine.header('etag')!)
      const now = await get(client, path)
      assert.equal(now.header('etag'), theirs.header('etag'))
      assert.isTrue(now.header('etag')!.startsWith(mine.header('etag')!.slice(0, -1)))

      const again = await patch(client, path, body, mine.header('etag')!)
      const deleted = await remove(client, path, again.header('etag')!)
      assert.deepEqual([again.status(), deleted.status()], [200, 204])
    })

  test('a {$self} that somebody changed meanwhile stays as they have it')
    .with(['turn of a job', 'limit of a lane'] as const)
    .run(async ({ client, assert }, what) => {
      const isTurn = what === 'turn of a job'
      const { id } = await startJob(await makeVideo(), 'low')
      const path = isTurn ? `/api/v1/jobs/${id}` : '/api/v1/queue/lanes/quick'
      const wish = (value: number) => (isTurn ? { priority: value } : { concurrency: value })
      const valueNow = async () => {
        const { priority, concurrency } = (await get(client, path)).body()
        return isTurn ? priority : concurrency
      }
      const seen = (await get(client, path)).header('etag')!
      const theirs = await patch(client, path, wish(3), seen)

      const mine = await patch(client, path, wish(5), seen)

      assert.deepEqual([theirs.status(), mine.status()], [200, 412])
      assert.equal(mine.body().code, 'E_PRECONDITION_FAILED')
      assert.equal(await valueNow(), 3)
      const again = await patch(client, path, wish(5), theirs.header('etag')!)
      assert.equal(again.status(), 200)
      assert.equal(await valueNow(), 5)
    })

  test('what workers do to a video is no change of people’s, but is seen', async ({
    client,
    assert,
  }) => {
    const path = await pathOf('video')
    const seen = (await get(client, path)).header('etag')!
    await db.from('videos').update({ status: 'completed', updated_at: db.raw('now()') })

    const anew = await get(client, path).header('If-None-Match', seen)
    const changed = await patch(client, path, { title: 'Mine' }, seen)

    assert.deepEqual([anew.status(), changed.status()], [200, 200])
  })

  test('of two changes at once of one version one is made', async ({ client, assert }) => {
    const seen = (await get(client, '/api/v1/presets/low')).header('etag')!

    const answers = await Promise.all(
      ['One', 'Other'].map((other) => patch(client, '/api/v1/presets/low', { title: other }, seen))
    )

    assert.sameMembers(
      answers.map((answer) => answer.status()),
      [200, 412]
    )
    assert.include(['One', 'Other'], (await Preset.findByOrFail({ name: 'low' })).title)
  })

  test('the same again is 304 without a body: {$self}')
    .with(['/videos/ID', '/videos', '/presets', '/videos/ID?fields=id'])
    .run(async ({ client, assert }, address) => {
      const path = `/api/v1${address.replace('ID', String((await makeVideo()).id))}`
      const first = await get(client, path)
      const etag = first.header('etag')!

      const same = await get(client, path).header('If-None-Match', `"other", W/${etag}`)
      await db.from('videos').update({ title: 'Another' })
      await db.from('presets').where({ name: 'low' }).update({ title: 'Another' })
      const other = await get(client, path).header('If-None-Match', etag)

      assert.equal(same.status(), 304)
      assert.equal(same.text(), '')
      assert.equal(same.header('etag'), etag)
      assert.equal(other.status(), 200)
    })

  test('any version will do, and none that is no tag: {$self}')
    .with(['*', 'nonsense', '""', 'W/"x", "y"'])
    .run(async ({ client, assert }, etag) => {
      const answer = await patch(client, await pathOf('video'), { title: 'Mine' }, etag)

      assert.equal(answer.status(), etag === '*' ? 200 : 412)
    })
})
