import { mkdir, readFile, readdir, truncate } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { test } from '@japa/runner'
import { probe } from '#media/probe/probe'
import { planTrim } from '#media/plan/plan_trim'
import type { TrimRecipe } from '#media/recipe/recipe'
import { normaliseRecipe } from '#media/recipe/stored_recipe'
import { extractSubtitles } from '#media/subtitles/extract_subtitles'
import { parseWebVtt } from '#media/subtitles/parse_webvtt'
import { planSubtitles } from '#media/subtitles/plan_subtitles'
import { ass, srt, subtitledClip } from '#tests/fixtures/subtitled_clips'
import * as see from '#tests/integration/media/pictures'

const RECIPE = normaliseRecipe({ renditions: [{ name: 'medium', video: {} }] })
const HELLO = srt(
  ['00:00:00,500', '00:00:01,250', 'Hello'],
  ['00:00:02,000', '00:00:02,500', 'Bye']
)

/** What becomes of a clip's subtitles. */
async function subtitlesOf(path: string, trim: TrimRecipe | null = null) {
  const info = await probe(path, { binaries: see.BINARIES, limits: see.LIMITS })
  const plan = planSubtitles(info, RECIPE, planTrim(info, trim))!
  const folder = join(dirname(path), 'a "%03d" folder')
  await mkdir(folder, { recursive: true })
  const made = await extractSubtitles(plan, { inputPath: path, folder, binaries: see.BINARIES })
  const texts = await Promise.all(made.tracks.map((track) => readFile(track.path, 'utf8')))
  return { ...made, plan, folder, texts, cues: texts.map((text) => parseWebVtt(text)!) }
}

test.group('extractSubtitles', (group) => {
  group.each.timeout(60_000)
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('every track becomes a file, at its own times', async ({ assert, fs }) => {
    const clip = await subtitledClip(fs.basePath, [
      { format: 'srt', text: HELLO, language: 'eng', disposition: 'default' },
      { format: 'srt', text: HELLO, language: 'ger', disposition: 'hearing_impaired' },
    ])

    const { tracks, cues, warnings, proof, folder } = await subtitlesOf(clip)

    assert.deepEqual(cues[0], [
      { startS: 0.5, endS: 1.25, text: 'Hello' },
      { startS: 2, endS: 2.5, text: 'Bye' },
    ])
    assert.deepEqual(
      tracks.map(({ planned: { label, isDefault } }) => [label, isDefault]),
      [
        ['English', true],
        ['German, for the hard of hearing', false],
      ]
    )
    assert.isEmpty(warnings)
    assert.isTrue(proof.checks.every(({ ok }) => ok))
    assert.sameMembers(
      await readdir(folder),
      tracks.map(({ path }) => basename(path))
    )
  })

  test('words in MP4 are the same words', async ({ assert, fs }) => {
    const track = { format: 'srt', text: HELLO, codec: 'mov_text', language: 'fre' } as const
    const { cues, tracks } = await subtitlesOf(
      await subtitledClip(fs.basePath, [track], { name: 'subtitled.mp4' })
    )

    assert.equal(tracks[0].planned.language, 'fr')
    assert.deepEqual(
      cues[0].map(({ text, startS }) => [text, startS]),
      [
        ['Hello', 0.5],
        ['Bye', 2],
      ]
    )
  })

  test('styles of ASS end as words', async ({ assert, fs }) => {
    const text = ass(
      ['0:00:00.10', '0:00:01.00', String.raw`{\b1}Bold{\b0} {\pos(3,4)\fad(1,1)}and\Nbelow\hit`],
      ['0:00:01.00', '0:00:01.20', String.raw`{\p1}m 0 0 l 100 0 100 100{\p0}`],
      ['0:00:00.50', '0:00:02.00', String.raw`one\N\Ntwo`]
    )
    const { cues } = await subtitlesOf(await subtitledClip(fs.basePath, [{ format: 'ass', text }]))

    assert.deepEqual(cues[0], [
      { startS: 0.1, endS: 1, text: '<b>Bold</b> and\nbelow\u00a0it' },
      { startS: 0.5, endS: 2, text: 'one\ntwo' },
    ])
  })

  test('hostile words stay words', async ({ assert, fs }) => {
    const text = srt(
      ['00:00:00,000', '00:00:01,000', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
      ['00:00:01,000', '00:00:02,000', 'a --> b & <i>c</i> <font color="red">d</font>'],
      ['00:00:02,000', '00:00:03,000', '<v <b>STYLE ::cue{background:url(http://x)}']
    )
    const { texts, cues } = await subtitlesOf(
      await subtitledClip(fs.basePath, [{ format: 'srt', text }])
    )

    assert.notMatch(texts[0], /<(?!\/?[biu]>)/)
    assert.equal(cues[0][1].text, 'a --&gt; b &amp; <i>c</i> d')
    assert.lengthOf(cues[0], 3)
  })

  test('words that are not in UTF-8 are read, and it is said', async ({ assert, fs }) => {
    const text = Buffer.from(srt(['00:00:00,500', '00:00:01,000', 'Gr\xfc\xdfe \x85']), 'latin1')
    const { cues, warnings } = await subtitlesOf(
      await subtitledClip(fs.basePath, [{ format: 'srt', text, language: 'ger' }])
    )

    assert.equal(cues[0][0].text, 'Grüße …')
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['SUBTITLES_CHANGED']
    )
  })

  test('words after the end are left out, and a track with no others too', async ({
    assert,
    fs,
  }) => {
    const late = srt(['00:00:30,000', '00:00:31,000', 'late'])
    const long = srt(
      ['00:00:02,000', '00:09:00,000', 'long'],
      ['00:08:00,000', '00:09:00,000', 'x']
    )
    const { cues, warnings, tracks } = await subtitlesOf(
      await subtitledClip(fs.basePath, [
        { format: 'srt', text: late, language: 'eng' },
        { format: 'srt', text: long, language: 'ger' },
      ])
    )

    assert.deepEqual(
      tracks.map(({ planned }) => planned.label),
      ['German']
    )
    assert.lengthOf(cues[0], 1)
    assert.closeTo(cues[0][0].endS, 3, 0.1)
    assert.deepInclude(warnings[0], { code: 'SUBTITLES_LEFT_OUT' })
    assert.include(warnings[0].text, 'English')
  })

  test('a part takes its words with it', async ({ assert, fs }) => {
    const clip = await subtitledClip(fs.basePath, [{ format: 'srt', text: HELLO }])

    const { cues, plan } = await subtitlesOf(clip, { startS: 1, endS: 2.25 })

    assert.equal(plan.name, 'medium_subtitles')
    assert.deepEqual(cues[0], [
      { startS: 0, endS: 0.25, text: 'Hello' },
      { startS: 1, endS: 1.25, text: 'Bye' },
    ])
  })

  test('a track that cannot be read costs no other and no job', async ({ assert, fs }) => {
    const clip = await subtitledClip(fs.basePath, [{ format: 'srt', text: HELLO }])
    const info = await probe(clip, { binaries: see.BINARIES, limits: see.LIMITS })
    const [whole] = info.subtitleTracks
    const broken = { ...whole, index: 9, language: 'ger' }
    const subtitleTracks = [broken, whole]
    const plan = planSubtitles({ ...info, spans: [], subtitleTracks }, RECIPE, null)!

    const run = { inputPath: clip, folder: fs.basePath, binaries: see.BINARIES }
    const { tracks, warnings } = await extractSubtitles(plan, run)

    assert.deepEqual(
      tracks.map(({ planned }) => planned.index),
      [whole.index]
    )
    assert.include(warnings[0].text, 'German')
  })

  test('what a cut-off file still says is kept', async ({ assert, fs }) => {
    const clip = await subtitledClip(fs.basePath, [{ format: 'srt', text: HELLO }])
    const info = await probe(clip, { binaries: see.BINARIES, limits: see.LIMITS })
    await truncate(clip, Math.floor(info.sizeBytes / 2))
    const plan = planSubtitles(info, RECIPE, null)!

    const run = { inputPath: clip, folder: fs.basePath, binaries: see.BINARIES }
    const { tracks } = await extractSubtitles(plan, run)

    assert.include(await readFile(tracks[0].path, 'utf8'), 'Hello')
  })
})
