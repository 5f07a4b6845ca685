import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { DEFAULT_PRESETS } from '#presets/default_presets'
import { findPresetVersion } from '#presets/find_preset_version'
import { formOf } from '#http/preset_form/preset_form'
import { readForm } from '#http/preset_form/read_form'
import { validateRecipe } from '#presets/validate_recipe'
import { MediaStore } from '#storage/media_store'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { personOf } from '#tests/helpers/people'
import { landscapeClip } from '#tests/fixtures/clips'
import { ingest } from '#tests/helpers/work'
import type { ApiClient } from '@japa/api-client'
import type User from '#accounts/user'

const VIDEO = {
  codecs: 'h264',
  policy: 'encode',
  maxShortSide: '240',
  maxBitRate: '350',
  crf: '26',
}
const LECTURE = {
  name: 'lecture',
  title: 'Lectures <b>',
  subtitles: 'on',
  renditions: {
    0: {
      ...{ name: 'small', container: 'mp4', hasVideo: 'on', video: VIDEO },
      ...{ hasAudio: 'on', audio: { codecs: 'aac', bitRate: '64', loudnessLufs: '-16' } },
    },
  },
}

test.group('Presets page', (group) => {
  let admin: User

  group.each.setup(async () => {
    await cleanDatabase()
    admin = await personOf('admin')
  })

  const send = (client: ApiClient, path: string, form: object, as = admin) =>
    client.post(path).form(form).loginAs(as).withCsrfToken()

  test('a draft is tried on a video before it is saved', async ({ client, assert, fs }) => {
    await fs.mkdir('.')
    const video = await ingest(await landscapeClip(fs.basePath, { durationS: 2 }))

    const page = await send(client, '/presets/previews', { ...LECTURE, sample_video: video.id })

    page.assertStatus(200)
    assert.lengthOf(page.text().match(/data:image\/jpeg;base64,/g)!, 6)
    assert.match(page.text(), /About [\d.]+ kB/)
    const [versions] = await Promise.all([findPresetVersion('lecture').catch(() => null)])
    assert.isNull(versions)
  })

  test('a preview of {title} is refused in words')
    .with([
      { title: 'no video', fields: {}, status: 422, words: 'Choose a video' },
      { title: 'a video that is gone', fields: { sample_video: 1 }, status: 404, words: '1' },
      { title: 'no recipe', fields: { sample_video: 1, renditions: {} }, status: 422, words: '' },
    ])
    .run(async ({ client, assert }, { fields, status, words }) => {
      const page = await send(client, '/presets/previews', { ...LECTURE, ...fields })
      page.assertStatus(status)
      assert.include(page.text(), 'role="alert"')
      assert.include(page.text(), words)
    })

  test('a preview of a video whose file is gone is refused in words', async ({ client, fs }) => {
    await fs.mkdir('.')
    const video = await ingest(await landscapeClip(fs.basePath, { durationS: 1 }))
    await (await app.container.make(MediaStore)).remove(video.originalKey)

    const page = await send(client, '/presets/previews', { ...LECTURE, sample_video: video.id })

    page.assertStatus(422)
    page.assertTextIncludes('No preview can be made of this video')
    page.assertTextIncludes('is missing')
  })

  test('makes a preset of what the fields say', async ({ client, assert }) => {
    const page = await send(client, '/presets', LECTURE)

    const { recipe } = await findPresetVersion('lecture')
    const [rendition] = recipe.renditions
    assert.include(page.text(), 'Lectures &lt;b&gt;')
    assert.containsSubset(rendition.video, {
      ...{ policy: 'encode', maxShortSide: 240, maxLongSide: null, maxBitRate: 350_000, crf: 26 },
    })
    assert.deepEqual(rendition.audio, { codecs: ['aac'], bitRate: 64_000, loudnessLufs: -16 })
    assert.isNull(recipe.poster)
  })

  test('says what is wrong in the units of its fields, and keeps what was written', async ({
    client,
    assert,
  }) => {
    const small = LECTURE.renditions[0]
    const video = { ...VIDEO, maxBitRate: '1', crf: 'nice', codecs: 'h264, divx' }
    const wrong = { ...LECTURE, renditions: { 0: { ...small, video } } }

    const page = await send(client, '/presets', wrong)
    const taken = await send(client, '/presets', { ...LECTURE, name: 'medium' })

    assert.equal(page.status(), 422)
    assert.include(page.text(), 'Rate, at most: give 10 to 500,000 kbit/s')
    assert.include(page.text(), 'Quality (CRF): give a number')
    assert.include(page.text(), 'Codecs: choose of h264, vp9')
    assert.include(page.text(), 'value="nice"')
    assert.include(taken.text(), 'There is a preset &quot;medium&quot; already')
    assert.include(taken.text(), 'value="350"')
  })

  test('adds and takes out renditions without saving', async ({ client, assert }) => {
    const added = await send(client, '/presets', { ...LECTURE, change: 'add' })
    const removed = await send(client, '/presets', { ...LECTURE, change: 'remove:0' })

    assert.include(added.text(), 'value="rendition_2"')
    assert.include(added.text(), 'value="small"')
    assert.notInclude(removed.text(), 'value="small"')
    await assert.rejects(() => findPresetVersion('lecture'))
  })

  test('a change is a version, shown beside the one before', async ({ client, assert }) => {
    await send(client, '/presets', LECTURE)
    const small = LECTURE.renditions[0]
    const video = { ...VIDEO, maxBitRate: '800' }
    const change = { ...LECTURE, based_on: '1', renditions: { 0: { ...small, video } } }
    const edit = () => client.put('/presets/lecture').form(change).loginAs(admin).withCsrfToken()

    const page = await edit()
    const late = await edit()

    assert.include(page.text(), 'Saved as version 2')
    assert.match(page.text(), /small: Rate, at most[\s\S]*350 kbit\/s[\s\S]*800 kbit\/s/)
    assert.equal(late.status(), 422)
    assert.include(late.text(), 'was changed meanwhile')
  })

  test('the editor gives back every usual recipe unchanged', async ({ assert }) => {
    for (const { recipe, name } of DEFAULT_PRESETS) {
      const read = readForm(formOf(recipe, {}))
      assert.deepEqual(await validateRecipe(read.recipe), recipe, name)
      assert.deepEqual(read.limits, {}, name)
    }
  })

  test('counts the videos that lack it, and leads to the batch that makes it', async ({
    client,
    assert,
  }) => {
    await makeVideo()
    await makeVideo()
    const operator = await personOf('operator')

    const page = await client.get('/presets/medium').loginAs(operator)
    const path = '/batches/new?preset=medium&lacks_preset=medium&status=any'
    const form = await client.get(path).loginAs(operator)

    assert.include(page.text(), `<strong>2 videos</strong>`)
    assert.include(page.text(), path)
    assert.include(form.text(), '<strong>2 jobs</strong>')
  })

  test('an archived one is told, and offered no more', async ({ client, assert }) => {
    await client.delete('/presets/low').loginAs(admin).withCsrfToken()

    const page = await client.get('/presets/low').loginAs(admin)
    const list = await client.get('/presets').loginAs(admin)
    const edit = await client.get('/presets/low/edit').loginAs(admin)

    assert.include(page.text(), 'it is offered no more')
    assert.notInclude(list.text(), 'preset-low')
    assert.equal(edit.status(), 404)
  })

  test('only administrators change presets', async ({ client, assert }) => {
    const operator = await personOf('operator')

    const refused = await send(client, '/presets', LECTURE, operator)
    const page = await client.get('/presets/medium').loginAs(operator)

    assert.equal(refused.status(), 403)
    assert.notInclude(page.text(), '/presets/medium/edit')
  })
})
