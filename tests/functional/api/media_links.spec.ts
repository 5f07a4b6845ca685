import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { signMediaLink } from '#http/playback/media_link'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { tokenOf } from '#tests/helpers/people'
import { publishedVideo } from '#tests/helpers/published_video'

const SIZE_BYTES = 100_000

test.group('Links to files', (group) => {
  let token: string
  let of: Awaited<ReturnType<typeof publishedVideo>>
  const here = `http://${process.env.HOST}:${process.env.PORT}`
  const path = (signed: string, name: string) => `${here}/media/${signed}/${name}`

  group.each.setup(async () => {
    await cleanDatabase()
    token = await tokenOf('operator')
    of = await publishedVideo(SIZE_BYTES)
  })

  test('whoever holds one plays the file without a token, from any site', async ({
    client,
    assert,
  }) => {
    const given = await client
      .post(`/api/v1/videos/${of.video.id}/links`)
      .bearerToken(token)
      .json({ expires_in_seconds: 120 })
    const [link] = given.body().data
    const played = await fetch(new URL(new URL(link.url).pathname, here), {
      headers: { range: 'bytes=10-19', origin: 'https://school.example' },
    })

    assert.equal(given.status(), 201)
    assert.include(link, { name: 'medium', kind: 'video', mime_type: 'video/mp4' })
    assert.closeTo(Date.parse(given.body().expires_at), Date.now() + 120_000, 10_000)
    assert.equal(played.status, 206)
    assert.isTrue(Buffer.from(await played.arrayBuffer()).equals(of.bytes.subarray(10, 20)))
    assert.equal(played.headers.get('access-control-allow-origin'), '*')
    assert.isNull(played.headers.get('set-cookie'))
    const [audit] = await db.from('audit').where('action', 'video.linked')
    assert.deepEqual(audit.details.files, ['medium'])
  })

  test('leads to the files it was given for, and to no others', async ({ assert }) => {
    const signed = signMediaLink({ videoId: of.video.id, files: ['poster'] }, 60)

    for (const name of ['medium', 'original', 'medium/medium.mp4']) {
      const answer = await fetch(path(signed, name))
      assert.equal(answer.status, 404, name)
      assert.include(await answer.text(), 'does not lead to')
    }
  })

  test('an altered one, and one that was signed for something else, open nothing', async ({
    assert,
  }) => {
    const signed = signMediaLink({ videoId: of.video.id, files: ['medium'] }, 60)
    const [body, signature] = signed.split('.')
    const other = signMediaLink({ videoId: of.video.id, files: ['original'] }, 60)

    for (const wrong of [`${other.split('.')[0]}.${signature}`, body, `${signed}x`, 'x']) {
      const answer = await fetch(path(wrong, 'medium'))
      assert.equal(answer.status, 403, wrong)
    }
    assert.equal((await fetch(path('%00', 'medium'))).status, 404)
  })

  test('ends when it said it would', async ({ assert }) => {
    const signed = signMediaLink({ videoId: of.video.id, files: ['medium'] }, -1)

    assert.equal((await fetch(path(signed, 'medium'))).status, 403)
  })

  test('a video that is gone is gone for links too', async ({ assert }) => {
    const signed = signMediaLink({ videoId: of.video.id + 1, files: ['medium'] }, 60)

    assert.equal((await fetch(path(signed, 'medium'))).status, 404)
  })

  test('a name that is none, too long a life and a viewer are refused', async ({
    client,
    assert,
  }) => {
    const ask = (body: object, by = token) =>
      client.post(`/api/v1/videos/${of.video.id}/links`).bearerToken(by).json(body)

    const unknown = await ask({ files: ['ultra'] })
    assert.equal(unknown.status(), 404)
    assert.include(unknown.body().detail, 'there are medium')
    assert.equal((await ask({ files: ['poster'] })).body().code, 'E_POSTER_NOT_FOUND')
    assert.equal((await ask({ expires_in_seconds: 3e6 })).status(), 422)
    assert.equal((await ask({}, await tokenOf('viewer'))).status(), 403)
  })
})
