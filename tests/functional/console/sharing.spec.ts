import { test } from '@japa/runner'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { personOf } from '#tests/helpers/people'
import { publishedVideo } from '#tests/helpers/published_video'

interface Shared {
  links: { url: string }[]
}

test.group('Sharing a video', (group) => {
  group.each.setup(() => cleanDatabase())

  test('an operator makes links, which open the file', async ({ client, assert }) => {
    const { video, bytes } = await publishedVideo(5000)
    const answer = await client
      .post(`/videos/${video.id}/links`)
      .form({ 'files[]': ['medium'], 'lifetime_seconds': 3600 })
      .loginAs(await personOf('operator'))
      .withCsrfToken()
      .redirects(0)
    const { links } = answer.flashMessage('shared') as unknown as Shared
    const [{ url: address }] = links

    const file = await fetch(address)

    assert.isTrue(Buffer.from(await file.arrayBuffer()).equals(bytes))
    assert.isTrue(address.startsWith(`http://${process.env.HOST}:${process.env.PORT}/media/`))
  })

  test('nothing chosen is refused in words, a viewer altogether', async ({ client, assert }) => {
    const { video } = await publishedVideo(5000)
    const ask = async (role: 'viewer' | 'operator') =>
      client
        .post(`/videos/${video.id}/links`)
        .form({ lifetime_seconds: 3600 })
        .loginAs(await personOf(role))
        .withCsrfToken()
        .redirects(0)

    const refused = (await ask('operator')).flashMessage('refusal')
    assert.equal(refused.text, 'Choose at least one file.')
    assert.equal((await ask('viewer')).status(), 403)
  })
})
