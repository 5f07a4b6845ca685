import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { test } from '@japa/runner'
import Preset from '#presets/preset'
import PresetVersion from '#presets/preset_version'
import Rendition from '#videos/rendition'
import { storagePath } from '#config/mediakeep'
import { recipe, renditionRecipe } from '#tests/fixtures/media_infos'
import { srt, subtitledClip } from '#tests/fixtures/subtitled_clips'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { tokenOf } from '#tests/helpers/people'
import { rawRequest } from '#tests/helpers/raw_request'
import { filesIn, ingest, startJob, workOn } from '#tests/helpers/work'
import type Video from '#videos/video'

const SEVERAL = 'several'
const RECIPE = recipe([renditionRecipe({ name: 'small', video: { maxShortSide: 90 } })], null, {
  hls: { name: 'hls', segmentS: 2 },
  storyboard: { tileWidth: 160, columns: 10, maxTiles: 400 },
})
const LADDER = [
  ...['master.m3u8', 'video-small.m3u8', 'video-small.m4s', 'sound.m3u8', 'sound.m4s'],
  ...['subtitles-1.m3u8', 'subtitles-1.vtt', 'subtitles-2.m3u8', 'subtitles-2.vtt'],
]
const WORDS = srt(['00:00:00,500', '00:00:02,000', 'Hello'])

interface Told {
  name: string
  files: { name: string; track: object | null }[]
}

test.group('Renditions of several files', (group) => {
  let token: string
  let video: Video

  group.tap((one) => one.timeout(60_000))
  group.each.setup(async ({ context }) => {
    await cleanDatabase()
    await rm(storagePath, { recursive: true, force: true })
    await presetWith()
    token = await tokenOf('viewer')
    await context.fs.mkdir('.')
    video = await ingest(
      await subtitledClip(context.fs.basePath, [
        { format: 'srt', text: WORDS, language: 'ger', disposition: 'default' },
        { format: 'srt', text: WORDS, language: 'eng' },
      ])
    )
    await workOn(await startJob(video, SEVERAL))
  })

  group.teardown(() => cleanDatabase())

  async function get(path: string, headers: Record<string, string> = {}) {
    const address = `http://${process.env.HOST}:${process.env.PORT}/api/v1/videos/${video.id}${path}`
    const answer = await fetch(address, {
      headers: { authorization: `Bearer ${token}`, ...headers },
    })
    const body = Buffer.from(await answer.arrayBuffer())
    return { status: answer.status, url: answer.url, headers: answer.headers, body }
  }

  test('each file comes as what it is, with ranges and its own hash', async ({ assert }) => {
    const list = JSON.parse((await get('/renditions')).body.toString())
    const byName = new Map<string, Told>(list.data.map((one: Told) => [one.name, one]))
    assert.sameMembers([...byName.keys()], ['small', 'subtitles', 'hls', 'storyboard'])
    assert.deepEqual(
      byName.get('hls')!.files.map((file) => file.name),
      LADDER
    )

    const types = new Map([
      ['hls/master.m3u8', 'application/vnd.apple.mpegurl'],
      ['hls/video-small.m4s', 'video/iso.segment'],
      ['storyboard/storyboard.vtt', 'text/vtt; charset=utf-8'],
      ['storyboard/storyboard-1.jpg', 'image/jpeg'],
      ['subtitles/subtitles-1.de.vtt', 'text/vtt; charset=utf-8'],
      ['hls/subtitles-1.vtt', 'text/vtt; charset=utf-8'],
      ['small/small.mp4', 'video/mp4'],
    ])
    for (const [path, type] of types) {
      const answer = await get(`/renditions/${path}`)
      const hash = createHash('sha256').update(answer.body).digest('hex')
      assert.equal(answer.status, 200, path)
      assert.equal(answer.headers.get('content-type'), type)
      assert.equal(answer.headers.get('etag'), `"${hash}"`)
    }
    const part = await get('/renditions/hls/video-small.m4s', { range: 'bytes=4-7' })
    assert.equal(part.status, 206)
    assert.equal(part.body.toString(), 'ftyp')
  })

  test('the rendition itself leads to its first file, beside the others', async ({ assert }) => {
    const answer = await get('/renditions/hls')

    assert.equal(answer.status, 200)
    assert.match(answer.url, /\/renditions\/hls\/master\.m3u8$/)
    assert.include(answer.body.toString(), 'video-small.m3u8')
  })

  test('tracks of subtitles say what they are', async ({ assert }) => {
    const list = JSON.parse((await get('/renditions')).body.toString())
    const { files } = list.data.find((one: Told) => one.name === 'subtitles') as Told
    const plain = { is_forced: false, is_hearing_impaired: false }

    assert.deepEqual(
      files.map(({ track }) => track),
      [
        { label: 'German', language: 'de', is_default: true, ...plain },
        { label: 'English', language: 'en', is_default: false, ...plain },
      ]
    )
  })

  test('several files are saved one by one, and that is said', async ({ assert }) => {
    const whole = await get('/renditions/hls?download=1')
    const problem = JSON.parse(whole.body.toString())
    assert.equal(whole.status, 404)
    assert.match(whole.headers.get('content-type')!, /^application\/problem\+json/)
    assert.equal(problem.code, 'E_SEVERAL_FILES')
    assert.include(problem.detail, 'hls/master.m3u8?download=1')

    const part = await get('/renditions/subtitles/subtitles-1.de.vtt?download=1')
    assert.equal(part.status, 200)
    assert.match(part.headers.get('content-disposition')!, /^attachment; filename=".*\.de\.vtt"/)

    const single = await get('/renditions/small?download=1')
    assert.match(single.headers.get('content-disposition')!, /^attachment/)
  })

  test('no name leads to another file', async ({ assert }) => {
    const strange = ['..%2Fsmall.mp4', '..%2F..%2F..%2Fetc%2Fpasswd', '%2Fetc', '.']
    for (const name of ['nothing.m4s', 'small.mp4', ...strange]) {
      const path = `/api/v1/videos/${video.id}/renditions/hls/${name}`
      const head = `Host: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer ${token}`
      const answer = await rawRequest(`GET ${path} HTTP/1.1\r\n${head}\r\n\r\n`)

      assert.equal(answer.status, 404, name)
    }
  })

  test('the same again takes the place of all files at once', async ({ assert }) => {
    const before = await Rendition.query().where('video_id', video.id).orderBy('id')

    await workOn(await startJob(video, SEVERAL))

    const after = await Rendition.query().where('video_id', video.id).orderBy('id')
    assert.sameMembers(
      after.map(({ name, kind }) => `${name} ${kind}`),
      ['small video', 'subtitles subtitles', 'hls hls', 'storyboard storyboard']
    )
    assert.isEmpty(after.filter(({ fileKey }) => before.some((one) => one.fileKey === fileKey)))
    const shown = after.flatMap(({ files }) => files.map(({ key }) => key.split('/').at(-1)!))
    const stored = await filesIn(storagePath)
    assert.sameMembers(
      stored.filter((name) => !name.match(/^[0-9a-f-]{36}\./) && name !== 'poster.jpg'),
      shown
    )
  })
})

async function presetWith() {
  const named = { name: SEVERAL, title: 'Several', description: 'for tests', position: 99 }
  const preset = await Preset.firstOrCreate({ name: SEVERAL }, named)
  await PresetVersion.firstOrCreate({ presetId: preset.id, version: 1 }, { recipe: RECIPE })
}
