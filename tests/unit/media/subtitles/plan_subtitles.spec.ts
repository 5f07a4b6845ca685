import { test } from '@japa/runner'
import type { SubtitleTrack } from '#media/probe/media_info'
import { normaliseRecipe } from '#media/recipe/stored_recipe'
import { MOST_TRACKS, planSubtitles } from '#media/subtitles/plan_subtitles'
import { languageTag, trackLabels } from '#media/subtitles/track_labels'
import { mediaInfo, span } from '#tests/fixtures/media_infos'

const RECIPE = normaliseRecipe({ renditions: [{ name: 'medium', video: {} }] })

function track(different: Partial<SubtitleTrack> = {}): SubtitleTrack {
  return {
    ...{ index: 2, codec: 'subrip', language: null, title: null },
    ...{ isDefault: false, isForced: false, isHearingImpaired: false, isText: true },
    ...different,
  }
}

const planOf = (subtitleTracks: SubtitleTrack[]) =>
  planSubtitles(mediaInfo({ subtitleTracks }), RECIPE, null)

test.group('languageTag', () => {
  test('codes of three letters become those that browsers know: {0} is {1}')
    .with([
      ['eng', 'en'],
      ['ger', 'de'],
      ['deu', 'de'],
      ['pt-BR', 'pt-BR'],
      ['en_us', 'en-US'],
      ['qaa', 'qaa'],
      ['und', null],
      ['', null],
      ['x"><script>', null],
    ] as [string, string | null][])
    .run(({ assert }, [stated, tag]) => {
      assert.equal(languageTag(stated), tag)
    })
})

test.group('trackLabels', () => {
  const labelOf = (different: Partial<SubtitleTrack>) => trackLabels([track(different)])[0]

  test('say the language in words, and what is special', ({ assert }) => {
    assert.equal(labelOf({ language: 'ger' }), 'German')
    assert.equal(labelOf({ language: 'eng', title: 'Commentary' }), 'English (Commentary)')
    assert.equal(labelOf({ language: 'eng', title: 'English SDH' }), 'English SDH')
    assert.equal(labelOf({ language: 'fre', isForced: true }), 'French, forced')
    const hard = { language: 'eng', isHearingImpaired: true }
    assert.equal(labelOf(hard), 'English, for the hard of hearing')
    assert.equal(labelOf({ ...hard, title: 'SDH' }), 'English (SDH)')
  })

  test('are there without a language, and for one that nobody named', ({ assert }) => {
    assert.equal(labelOf({}), 'Subtitles 1')
    assert.equal(labelOf({ language: 'qaa' }), 'qaa')
    assert.equal(labelOf({ title: 'Signs & songs' }), 'Signs & songs')
  })

  test('are each there once', ({ assert }) => {
    const twins = [1, 2, 3].map((index) => track({ index, language: 'eng' }))
    assert.deepEqual(trackLabels(twins), ['English', 'English 2', 'English 3'])
  })

  test('are one short line, whatever the title holds', ({ assert }) => {
    const label = labelOf({ title: `a\n\u202Eb\u0000${'x'.repeat(500)}` })
    assert.match(label, /^a b x+$/)
    assert.isAtMost(label.length, 60)
  })
})

test.group('planSubtitles', () => {
  test('is null where there are none, or none are wanted', ({ assert }) => {
    const none = { ...RECIPE, subtitles: false }
    assert.isNull(planOf([]))
    assert.isNull(planSubtitles(mediaInfo({ subtitleTracks: [track()] }), none, null))
  })

  test('recipes from before subtitles want them for pictures that move', ({ assert }) => {
    const wants = (rendition: object) =>
      normaliseRecipe({ renditions: [{ name: 'one', ...rendition }] }).subtitles
    assert.isTrue(wants({ video: {} }))
    assert.isFalse(wants({ container: 'mp3', video: null, audio: {} }))
    assert.isFalse(wants({ container: 'gif', video: {} }))
    assert.isFalse(wants({ container: 'jpg', video: {}, still: { atS: null } }))
    assert.isFalse(
      normaliseRecipe({ renditions: [{ name: 'a', video: {} }], subtitles: false }).subtitles
    )
  })

  test('pictures of words are left out with their name: {$self}')
    .with(['hdmv_pgs_subtitle', 'dvd_subtitle', 'dvb_subtitle', 'dvb_teletext', 'xsub'])
    .run(({ assert }, codec) => {
      const plan = planOf([track({ index: 5, codec, isText: false, language: 'eng' })])!
      assert.isEmpty(plan.tracks)
      assert.deepInclude(plan.leftOut[0], { index: 5, label: 'English' })
      assert.match(plan.leftOut[0].reason, /^pictures of words, not words \([A-Zt]/)
    })

  test('what ffmpeg cannot read and what is empty is left out', ({ assert }) => {
    const subtitleTracks = [track({ index: 2, codec: 'ttml' }), track({ index: 3 })]
    const info = mediaInfo({ subtitleTracks, spans: [span({ index: 0 })] })
    const plan = planSubtitles(info, RECIPE, null)!
    assert.deepEqual(
      plan.leftOut.map(({ reason }) => reason),
      ['ffmpeg cannot read TTML', 'the track is empty']
    )
  })

  test('takes no more than a menu can hold', ({ assert }) => {
    const many = Array.from({ length: MOST_TRACKS + 3 }, (_, index) => track({ index }))
    const plan = planOf(many)!
    assert.lengthOf(plan.tracks, MOST_TRACKS)
    assert.deepEqual(
      plan.leftOut.map(({ index }) => index),
      [50, 51, 52]
    )
  })

  test('one track at most is the default, and it is one that is taken', ({ assert }) => {
    const plan = planOf([
      track({ index: 2, isDefault: true, isText: false }),
      track({ index: 3, isDefault: true }),
      track({ index: 4, isDefault: true, isForced: true }),
    ])!
    assert.deepEqual(
      plan.tracks.map(({ index, isDefault, isForced }) => [index, isDefault, isForced]),
      [
        [3, true, false],
        [4, false, true],
      ]
    )
  })

  test('file names are safe and differ', ({ assert }) => {
    const plan = planOf([track({ language: 'eng' }), track({ language: '../../x' }), track()])!
    assert.deepEqual(
      plan.tracks.map(({ fileName }) => fileName),
      ['subtitles-1.en.vtt', 'subtitles-2.vtt', 'subtitles-3.vtt']
    )
  })

  test('those of a part do not take the place of those of the whole', ({ assert }) => {
    const trim = { startS: 5, durationS: 2 }
    const plan = planSubtitles(mediaInfo({ subtitleTracks: [track()] }), RECIPE, trim)!
    assert.deepInclude(plan, { name: 'medium_subtitles', startS: 5, durationS: 2 })
    assert.equal(planOf([track()])!.name, 'subtitles')
  })
})
