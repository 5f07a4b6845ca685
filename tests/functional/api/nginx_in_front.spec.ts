import { test } from '@japa/runner'
import { storagePath } from '#config/mediakeep'
import { startNginx, type RunningNginx } from '#embedded/nginx'
import { signMediaLink } from '#http/playback/media_link'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { tokenOf } from '#tests/helpers/people'
import { publishedVideo } from '#tests/helpers/published_video'
import { freePort } from '#tests/helpers/free_port'
import { spawnServer, type SpawnedServer } from '#tests/helpers/spawn_server'

const SIZE_BYTES = 300_000
const LOCATION = '/mediakeep-store/'

test.group('An nginx in front that may read the store', (group) => {
  let server: SpawnedServer
  let nginx: RunningNginx

  group.setup(async () => {
    server = await spawnServer({ NGINX_STORE_LOCATION: LOCATION })
    const port = await freePort()
    const location = LOCATION
    const upstream = server.address
    nginx = await startNginx({ port, upstream, location, storagePath, named: {} })
    return async () => {
      await nginx.end()
      await server.end()
    }
  })
  group.each.setup(() => cleanDatabase())

  test('sends the bytes itself, whole and in ranges, for whoever may have them', async ({
    assert,
  }) => {
    const of = await publishedVideo(SIZE_BYTES, 'Übung')
    const headers = { authorization: `Bearer ${await tokenOf('viewer')}` }
    const address = `${nginx.address}${of.path}`

    const whole = await fetch(`${address}?download=1`, { headers })
    const part = await fetch(address, { headers: { ...headers, range: 'bytes=-5' } })
    const known = { ...headers, 'if-none-match': whole.headers.get('etag')! }
    const unchanged = await fetch(address, { headers: known })
    const beyond = await fetch(address, { headers: { ...headers, range: 'bytes=900000-' } })

    assert.isTrue(Buffer.from(await whole.arrayBuffer()).equals(of.bytes))
    assert.equal(whole.headers.get('content-type'), 'video/mp4')
    assert.include(whole.headers.get('content-disposition')!, "filename*=UTF-8''%C3%9Cbung-medium")
    assert.isNull(whole.headers.get('x-accel-redirect'))
    assert.equal(part.status, 206)
    assert.isTrue(Buffer.from(await part.arrayBuffer()).equals(of.bytes.subarray(-5)))
    assert.equal(unchanged.status, 304)
    assert.equal(beyond.status, 416)
  })

  test('opens nothing by itself, and answers links', async ({ assert }) => {
    const of = await publishedVideo(SIZE_BYTES)
    const signed = signMediaLink({ videoId: of.video.id, files: ['medium'] }, 60)

    const direct = await fetch(`${nginx.address}${LOCATION}${of.rendition.fileKey}`)
    const unknown = await fetch(`${nginx.address}${of.path}`)
    const headers = { origin: 'https://school.example' }
    const linked = await fetch(`${nginx.address}/media/${signed}/medium`, { headers })

    assert.equal(direct.status, 404)
    assert.equal(unknown.status, 401)
    assert.isTrue(Buffer.from(await linked.arrayBuffer()).equals(of.bytes))
    assert.equal(linked.headers.get('x-content-type-options'), 'nosniff')
    assert.equal(linked.headers.get('access-control-allow-origin'), '*')
  })

  test('tells nobody the metrics', async ({ assert }) => {
    const answer = await fetch(`${nginx.address}/metrics`)

    assert.equal(answer.status, 403)
    assert.notInclude(await answer.text(), 'mediakeep_')
  })
})
