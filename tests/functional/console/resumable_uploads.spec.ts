import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import Job from '#jobs/job'
import Upload from '#videos/upload'
import Video from '#videos/video'
import type User from '#accounts/user'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { landscapeClip, renamedText, silentClip } from '#tests/fixtures/clips'
import { personOf } from '#tests/helpers/people'

const TUS = { 'tus-resumable': '1.0.0' }

test.group('Uploads in pieces', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  const encoded = (text: string) => Buffer.from(text).toString('base64')

  async function begin(
    client: ApiClient,
    user: User,
    of: { sizeBytes: number; name?: string; preset?: string }
  ) {
    const { name = 'Ünïcode clip.mp4', preset = '' } = of
    return client
      .post('/uploads')
      .loginAs(user)
      .withCsrfToken()
      .headers({ ...TUS, 'upload-length': String(of.sizeBytes) })
      .header('upload-metadata', `filename ${encoded(name)},preset ${encoded(preset)}`)
      .redirects(0)
  }

  function piece(client: ApiClient, user: User, of: { at: string; offset: number; bytes: Buffer }) {
    const request = client.patch(of.at).loginAs(user).withCsrfToken()
    request.headers({ ...TUS, 'upload-offset': String(of.offset) })
    request.request.send(of.bytes)
    return request.header('content-type', 'application/offset+octet-stream')
  }

  test('a file in two pieces becomes a video with its job', async ({ client, assert, fs }) => {
    const bytes = await readFile(await landscapeClip(fs.basePath))
    const user = await personOf('operator')
    const begun = await begin(client, user, { sizeBytes: bytes.length, preset: 'mobile' })
    begun.assertStatus(201)
    const at = begun.header('location')!

    const half = Math.floor(bytes.length / 2)
    const first = await piece(client, user, { at, offset: 0, bytes: bytes.subarray(0, half) })
    first.assertStatus(204)
    const asked = await client.head(at).loginAs(user).headers(TUS)
    assert.equal(asked.header('upload-offset'), String(half))
    const last = await piece(client, user, { at, offset: half, bytes: bytes.subarray(half) })
    last.assertStatus(200)

    const video = await Video.firstOrFail()
    assert.equal(last.header('mediakeep-video'), `/videos/${video.id}`)
    assert.equal(video.originalName, 'Ünïcode clip.mp4')
    assert.equal(video.sizeBytes, bytes.length)
    assert.equal((await Job.firstOrFail()).videoId, video.id)
  })

  test('an end that nobody heard is told again, and nothing is taken twice', async ({
    client,
    assert,
    fs,
  }) => {
    const bytes = await readFile(await landscapeClip(fs.basePath))
    const user = await personOf('operator')
    const at = (await begin(client, user, { sizeBytes: bytes.length })).header('location')!
    await piece(client, user, { at, offset: 0, bytes })

    const asked = await client.head(at).loginAs(user).headers(TUS)

    asked.assertStatus(200)
    assert.equal(asked.header('upload-offset'), String(bytes.length))
    assert.match(asked.header('mediakeep-video')!, /^\/videos\/\d+$/)
    assert.lengthOf(await Video.all(), 1)
  })

  test('a piece for the wrong place is refused, and the place is told', async ({ client }) => {
    const user = await personOf('operator')
    const at = (await begin(client, user, { sizeBytes: 100 })).header('location')!
    const wrong = await piece(client, user, { at, offset: 50, bytes: Buffer.alloc(10) })
    wrong.assertStatus(409)
  })

  test('what is no video is refused in words, and leaves nothing', async ({
    client,
    assert,
    fs,
  }) => {
    const bytes = await readFile(await renamedText(fs.basePath))
    const user = await personOf('operator')
    const begun = await begin(client, user, { sizeBytes: bytes.length, name: 'notes.mp4' })
    const at = begun.header('location')!

    const refused = await piece(client, user, { at, offset: 0, bytes })

    refused.assertStatus(422)
    assert.include(refused.text(), 'notes.mp4')
    assert.lengthOf(await Video.all(), 0)
    const again = await client.head(at).loginAs(user).headers(TUS)
    again.assertStatus(410)
  })

  test('a preset that has nothing for the file: it is kept, and that is said', async ({
    client,
    assert,
    fs,
  }) => {
    const clip = await silentClip(fs.basePath)
    const bytes = await readFile(clip)
    const user = await personOf('operator')
    const begun = await begin(client, user, { sizeBytes: bytes.length, preset: 'audio_mp3' })

    const end = await piece(client, user, { at: begun.header('location')!, offset: 0, bytes })

    end.assertStatus(200)
    assert.include(JSON.parse(end.text()).note, 'can make nothing of it')
    assert.lengthOf(await Video.all(), 1)
    assert.lengthOf(await Job.all(), 0)
  })

  test('{title}')
    .with([
      { title: 'a file without a name is refused', of: { name: ' ', sizeBytes: 5 }, status: 400 },
      { title: 'an empty file is refused', of: { sizeBytes: 0 }, status: 400 },
      { title: 'a file that is too large is refused', of: { sizeBytes: 2 ** 50 }, status: 413 },
      {
        title: 'an unknown preset is refused before anything is sent',
        of: { sizeBytes: 5, preset: 'nowhere' },
        status: 422,
      },
    ])
    .run(async ({ client, assert }, { of, status }) => {
      const refused = await begin(client, await personOf('operator'), of)
      refused.assertStatus(status)
      assert.isAbove(refused.text().length, 20)
      assert.lengthOf(await Upload.all(), 0)
    })

  test('somebody else’s upload is as none', async ({ client }) => {
    const owner = await personOf('operator')
    const at = (await begin(client, owner, { sizeBytes: 100 })).header('location')!
    const other = await personOf('admin')

    ;(await client.head(at).loginAs(other).headers(TUS)).assertStatus(404)
    const bytes = Buffer.alloc(10)
    ;(await piece(client, other, { at, offset: 0, bytes })).assertStatus(404)
    const removed = await client.delete(at).loginAs(other).withCsrfToken().headers(TUS)
    removed.assertStatus(404)
    ;(await client.head(at).loginAs(owner).headers(TUS)).assertStatus(200)
  })

  test('viewers may not upload', async ({ client }) => {
    const refused = await begin(client, await personOf('viewer'), { sizeBytes: 5 })
    refused.assertStatus(403)
  })
})
