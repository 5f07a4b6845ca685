import { openAsBlob } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { CLIENT_TYPES, clientTypes } from '#http/openapi/client_types'
import { findJob } from '#jobs/reports/find_job'
import { landscapeClip } from '#tests/fixtures/clips'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { tokenOf } from '#tests/helpers/people'
import { workOn } from '#tests/helpers/work'
import { Mediakeep, MediakeepError } from '../../../client/src/mediakeep.js'
import type { Role } from '#accounts/role'

const url = `http://${process.env.HOST}:${process.env.PORT}`

test.group('The TypeScript client', (group) => {
  group.each.setup(() => cleanDatabase())

  const clientOf = async (role: Role) => new Mediakeep({ url, token: await tokenOf(role) })

  test('its types are those of the description', async ({ assert }) => {
    const written = await readFile(app.makePath(CLIENT_TYPES), 'utf8')

    assert.isTrue(written === (await clientTypes()), 'stale: run ./ace openapi --types')
  })

  test('uploads a clip, starts a job and waits for it', async ({ fs, assert }) => {
    const mediakeep = await clientOf('operator')
    await fs.mkdir('.')
    const path = await landscapeClip(fs.basePath, { durationS: 1, width: 320, height: 180 })

    const video = await mediakeep.upload(await openAsBlob(path), {
      ...{ name: 'harbour.mp4', title: 'A harbour' },
    })
    const { data: job } = await mediakeep.api.POST('/videos/{id}/jobs', {
      params: { path: { id: video.id } },
      body: { operation: 'thumbnail' },
    })
    const seen: string[] = []
    const [ended] = await Promise.all([
      mediakeep.waitForJob(job!.id, { pollMs: 20, onProgress: ({ status }) => seen.push(status) }),
      workOn(await findJob(job!.id)),
    ])

    assert.equal(video.original_name, 'harbour.mp4')
    assert.equal(ended.status, 'completed')
    assert.equal(seen.at(-1), 'completed')
    assert.lengthOf(ended.attempts, 1)
  })

  test('reads a list to its end, page after page', async ({ assert }) => {
    for (let made = 0; made < 5; made += 1) await makeVideo({ title: `clip ${made}` })
    const mediakeep = await clientOf('viewer')

    const titles: string[] = []
    const query = { limit: 2, search: 'clip' }
    for await (const video of mediakeep.list('/videos', { query })) titles.push(video.title)

    assert.sameMembers(titles, ['clip 0', 'clip 1', 'clip 2', 'clip 3', 'clip 4'])
  })

  test('throws what is refused, with its code and its fields', async ({ assert }) => {
    const mediakeep = await clientOf('viewer')
    const refusal = (asked: Promise<unknown>) =>
      asked.then(
        () => null,
        (error: unknown) => error
      )

    const missing = await refusal(mediakeep.waitForJob('01981c2e-7d1a-7c3e-9b1f-2f6d3c8a5e10'))
    const wrong = await refusal(mediakeep.list('/videos', { query: { limit: 1000 } }).next())
    const small = await refusal(mediakeep.upload(new Blob(['no video'])))

    assert.instanceOf(missing, MediakeepError)
    assert.include(missing, { status: 404, code: 'E_JOB_NOT_FOUND' })
    assert.include(wrong, { status: 422, code: 'E_VALIDATION' })
    assert.equal((wrong as MediakeepError).errors[0].field, 'limit')
    assert.include(small, { status: 403, code: 'E_ROLE_TOO_LOW' })
    assert.isString((small as MediakeepError).requestId)
  })

  test('asks again where nobody answers, and a POST with one key', async ({ assert }) => {
    const keys: (string | null)[] = []
    const fetchOnce = async (request: Request) => {
      keys.push(request.headers.get('idempotency-key'))
      if (keys.length === 1) throw new TypeError('the network is away')
      return keys.length === 2 ? new Response(null, { status: 503 }) : fetch(request)
    }
    const token = await tokenOf('operator')
    const mediakeep = new Mediakeep({ url, token, fetch: fetchOnce, firstDelayMs: 1 })

    const { data } = await mediakeep.api.POST('/batches', {
      body: { preset: 'low', dry_run: true },
    })

    assert.deepInclude(data, { dry_run: true, job_count: 0 })
    assert.lengthOf(keys, 3)
    assert.match(keys[0]!, /^[0-9a-f-]{36}$/)
    assert.equal(new Set(keys).size, 1)
  })

  test('gives up after its last try, and does not repeat what is refused', async ({ assert }) => {
    let asked = 0
    const answers = [503, 503, 404]
    const fetchOnce = async () => new Response(null, { status: answers[asked++] })
    const options = { url, token: 'mk_x', fetch: fetchOnce, firstDelayMs: 1, maxTries: 2 }
    const mediakeep = new Mediakeep(options)

    await assert.rejects(() => mediakeep.api.GET('/queue'), /503/)
    assert.equal(asked, 2)
    await assert.rejects(() => mediakeep.api.GET('/queue'), /404/)
    assert.equal(asked, 3)
  })
})
