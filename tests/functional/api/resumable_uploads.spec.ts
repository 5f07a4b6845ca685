import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Upload as TusUpload, type UploadOptions } from 'tus-js-client'
import { storagePath } from '#config/mediakeep'
import Job from '#jobs/job'
import Upload from '#videos/upload'
import Video from '#videos/video'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { tokenOf } from '#tests/helpers/people'
import { spawnServer } from '#tests/helpers/spawn_server'
import { filesIn } from '#tests/helpers/work'
import { landscapeClip, renamedText } from '#tests/fixtures/clips'

const HERE = `http://${process.env.HOST}:${process.env.PORT}`
const RESUMABLE = join(storagePath, 'resumable')
const TUS = { 'tus-resumable': '1.0.0' }
const OCTETS = 'application/offset+octet-stream'

test.group('Uploads in pieces by the API', (group) => {
  let token: string
  let bytes: Buffer

  group.each.setup(async ({ context }) => {
    await cleanDatabase()
    token = await tokenOf('operator')
    await context.fs.mkdir('.')
    bytes = await readFile(await landscapeClip(context.fs.basePath))
  })

  const auth = (value = token) => ({ ...TUS, authorization: `Bearer ${value}` })
  const meta = (said: Record<string, string>) =>
    Object.entries(said)
      .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
      .join(',')

  /** Sends by tus-js-client. @returns what it ended with */
  function send(content: Buffer, options: Partial<UploadOptions> = {}) {
    return new Promise<{ body: string; url: string }>((resolve, reject) => {
      const upload = new TusUpload(content, {
        endpoint: `${HERE}/api/v1/uploads`,
        headers: { authorization: `Bearer ${token}` },
        metadata: { filename: 'clip.mp4' },
        chunkSize: 16_384,
        retryDelays: [],
        onError: reject,
        onSuccess: ({ lastResponse }) =>
          resolve({ body: lastResponse.getBody(), url: upload.url! }),
        ...options,
      })
      upload.start()
    })
  }

  /** A file that is begun by hand. @returns its address */
  async function begin(sizeBytes: number, said: Record<string, string> = {}, at = HERE) {
    const answer = await fetch(`${at}/api/v1/uploads`, {
      method: 'POST',
      headers: {
        ...auth(),
        'upload-length': String(sizeBytes),
        'upload-metadata': meta({ filename: 'clip.mp4', ...said }),
      },
    })
    return { answer, at: new URL(answer.headers.get('location') ?? '/', at).href }
  }

  /** Whether anything of an upload lies in the store. */
  const isKept = async (at: string) =>
    (await filesIn(RESUMABLE)).some((name) => name.startsWith(at.split('/').at(-1)!))

  const read = (answer: Response) =>
    answer.json() as Promise<{ code: string; status: string; error: { code: string } }>

  const patch = (at: string, offset: number, body: Buffer, headers: Record<string, string> = {}) =>
    fetch(at, {
      method: 'PATCH',
      headers: { ...auth(), 'content-type': OCTETS, 'upload-offset': String(offset), ...headers },
      body: new Uint8Array(body),
    })

  test('tus-js-client sends a file with title, priority and preset', async ({ client, assert }) => {
    const metadata = { filename: 'a\0b.mp4', title: 'Clip', priority: '7', preset: 'mobile' }
    const { body, url } = await send(bytes, { metadata })

    const video = await Video.firstOrFail()
    assert.containsSubset(video.$attributes, { title: 'Clip', originalName: 'a b.mp4' })
    assert.containsSubset(JSON.parse(body), {
      ...{ id: video.id, url: `/api/v1/videos/${video.id}`, duplicate_of: null, note: null },
    })
    assert.equal((await Job.firstOrFail()).priority, 7)
    const told = await client.get(new URL(url).pathname).bearerToken(token)
    assert.containsSubset(told.body(), {
      ...{ status: 'completed', video_id: video.id, received_bytes: bytes.length, error: null },
    })
    assert.isFalse(await isKept(url))
  })

  test('creation comes with the first bytes, and says when it expires', async ({ assert }) => {
    const answer = await fetch(`${HERE}/api/v1/uploads`, {
      method: 'POST',
      headers: {
        ...{ ...auth(), 'content-type': OCTETS, 'upload-length': String(bytes.length) },
        'upload-metadata': meta({ filename: 'clip.mp4' }),
      },
      body: new Uint8Array(bytes.subarray(0, 100)),
    })

    assert.equal(answer.status, 201)
    assert.equal(answer.headers.get('upload-offset'), '100')
    const leftMs = new Date(answer.headers.get('upload-expires')!).getTime() - Date.now()
    assert.approximately(leftMs, 72 * 3_600_000, 60_000)
  })

  test('tells what it can', async ({ assert }) => {
    const answer = await fetch(`${HERE}/api/v1/uploads`, { method: 'OPTIONS', headers: auth() })
    assert.equal(answer.status, 204)
    assert.equal(
      answer.headers.get('tus-extension'),
      'creation,creation-with-upload,termination,expiration,checksum'
    )
    assert.equal(answer.headers.get('tus-checksum-algorithm'), 'sha1,sha256,md5')
  })

  test('a piece that does not come to its checksum is as if it never came', async ({ assert }) => {
    const { at } = await begin(bytes.length)
    const half = Math.floor(bytes.length / 2)
    const sha1 = (of: Buffer) => `sha1 ${createHash('sha1').update(of).digest('base64')}`
    const [first, rest] = [bytes.subarray(0, half), bytes.subarray(half)]

    assert.equal((await patch(at, 0, first, { 'upload-checksum': sha1(first) })).status, 204)
    const wrong = await patch(at, half, rest, { 'upload-checksum': sha1(first) })
    assert.equal(wrong.status, 460)
    assert.equal((await read(wrong)).code, 'E_CHECKSUM_MISMATCH')
    assert.lengthOf(await Video.all(), 0)
    const asked = await fetch(at, { method: 'HEAD', headers: auth() })
    assert.equal(asked.headers.get('upload-offset'), String(half))
    const unknown = await patch(at, half, rest, { 'upload-checksum': 'crc32 AAAA' })
    assert.equal(unknown.status, 400)
    assert.equal((await patch(at, half, rest, { 'upload-checksum': sha1(rest) })).status, 200)
    const { sha256 } = await Video.firstOrFail()
    assert.equal(sha256, createHash('sha256').update(bytes).digest('hex'))
  })

  test('given up, it is gone', async ({ assert }) => {
    const { at } = await begin(100)
    await patch(at, 0, Buffer.alloc(50))
    assert.equal((await fetch(at, { method: 'DELETE', headers: auth() })).status, 204)
    assert.equal((await fetch(at, { method: 'HEAD', headers: auth() })).status, 404)
    assert.isFalse(await isKept(at))
  })

  test('to somebody else, and without the scope, it is as none', async ({ assert }) => {
    const { at } = await begin(100)
    const other = await tokenOf('admin')
    for (const method of ['GET', 'HEAD', 'PATCH', 'DELETE']) {
      const headers = { ...auth(other), 'upload-offset': '0', 'content-type': OCTETS }
      const body = method === 'PATCH' ? 'x' : undefined
      const answer = await fetch(at, { method, headers, body })
      assert.equal(answer.status, 404, method)
      if (method === 'PATCH') assert.equal((await read(answer)).code, 'E_UPLOAD_NOT_FOUND')
    }
    const reader = await tokenOf('operator', ['videos:read'])
    assert.equal((await fetch(at, { method: 'DELETE', headers: auth(reader) })).status, 403)
    assert.equal((await fetch(at, { headers: auth() })).status, 200)
  })

  test('{title}')
    .with([
      {
        title: 'an unknown preset',
        said: { preset: 'no' },
        status: 422,
        code: 'E_PRESET_NOT_FOUND',
      },
      { title: 'an unknown policy', said: { duplicate: 'x' }, status: 422, code: 'E_VALIDATION' },
      { title: 'no name', said: { filename: ' ' }, status: 400, code: 'E_UPLOAD_MALFORMED' },
      { title: 'too large', said: {}, sizeBytes: 2 ** 50, status: 413, code: 'E_VIDEO_TOO_LARGE' },
    ])
    .run(async ({ assert }, { said, status, code, sizeBytes = 10 }) => {
      const { answer } = await begin(sizeBytes, said as Record<string, string>)
      assert.equal(answer.status, status)
      assert.equal((await read(answer)).code, code)
      assert.lengthOf(await Upload.all(), 0)
    })

  test('what is no video is refused as a problem with its code', async ({ assert, fs }) => {
    const notes = await readFile(await renamedText(fs.basePath))
    const { at } = await begin(notes.length)
    const refused = await patch(at, 0, notes)
    assert.equal(refused.status, 422)
    assert.match((await read(refused)).code, /^INPUT_/)
    const told = await read(await fetch(at, { headers: auth() }))
    assert.equal(told.status, 'refused')
    assert.match(told.error.code, /^INPUT_/)
  })

  test('the same bytes are used again, or refused, as was asked', async ({ assert }) => {
    await send(bytes)
    const { id } = await Video.firstOrFail()
    const again = await send(bytes, { metadata: { filename: 'b.mp4', duplicate: 'reuse' } })
    assert.containsSubset(JSON.parse(again.body), {
      ...{ id, duplicate_of: { id, href: `/api/v1/videos/${id}` } },
    })
    const { at } = await begin(bytes.length, { duplicate: 'reject' })
    const refused = await patch(at, 0, bytes)
    assert.equal(refused.status, 422)
    assert.equal((await read(refused)).code, 'E_DUPLICATE')
    assert.lengthOf(await Video.all(), 1)
  })

  test('goes on after the server was restarted', async ({ assert, cleanup }) => {
    let server = await spawnServer()
    cleanup(() => void server.end())
    const { at } = await begin(bytes.length, {}, server.address)
    await patch(at, 0, bytes.subarray(0, 5000))
    await server.end()
    server = await spawnServer({ PORT: new URL(server.address).port })

    await send(bytes, { uploadUrl: at })

    const { sha256 } = await Video.firstOrFail()
    assert.equal(sha256, createHash('sha256').update(bytes).digest('hex'))
    assert.lengthOf(await db.from('uploads'), 1)
  }).timeout(60_000)
})
