import { test } from '@japa/runner'
import { InvalidParameter } from '#media/operations/parameters'
import { watermark } from '#media/operations/watermark'
import { watermarkSize } from '#media/command/watermark_place'
import { mediaInfo } from '../../../fixtures/media_infos.js'

const recipeOf = (parameters: object) => watermark.prepare(parameters, mediaInfo()).recipe

test.group('watermark', () => {
  test('a text gets letters, a picture a width, both their place', ({ assert }) => {
    const [text] = recipeOf({ text: 'Ours' }).renditions[0].video!.filters
    const [picture] = recipeOf({ picture: 'some-id', position: 'top_left', scale: '0.5' })
      .renditions[0].video!.filters

    assert.deepInclude(text, { kind: 'text', text: 'Ours', size: 0.05, corner: 'bottom_right' })
    assert.deepEqual(picture, {
      ...{ kind: 'image', pictureId: 'some-id', size: 0.5 },
      ...{ corner: 'top_left', opacity: 0.7, margin: 0.03 },
    })
  })

  test('{given} is refused with {words}')
    .with([
      { given: {}, words: /text.*nothing.*or a picture/ },
      { given: { text: '  ' }, words: /text.*give a text/ },
      { given: { text: 'a', picture: 'b' }, words: /picture "b".*leave it or the text out/ },
      { given: { picture: 'b', size: 0.1 }, words: /size "0.1".*scale/ },
      { given: { text: 'a', scale: 0.1 }, words: /scale "0.1".*size/ },
      { given: { picture: 'b', scale: 0.04 }, words: /scale "0.04".*0.05 to 1/ },
      { given: { picture: 'b', scale: 1.01 }, words: /scale "1.01".*0.05 to 1/ },
      { given: { picture: 'b', opacity: 2 }, words: /opacity "2".*0.05 to 1/ },
      { given: { picture: 'b', margin: -1 }, words: /margin "-1".*0 to 0.25/ },
      { given: { picture: 'b', position: 'north' }, words: /position "north".*top_left/ },
      { given: { picture: ['b'] }, words: /picture.*name or the id/ },
      { given: { picture: 'b'.repeat(101) }, words: /picture.*name or the id/ },
      { given: { corner: 'center', text: 'a' }, words: /corner.*no such parameter.*position/ },
    ])
    .run(({ assert }, { given, words }) => {
      for (const check of [() => recipeOf(given), () => watermark.check(given)]) {
        assert.throws(check, words)
        assert.throws(check, InvalidParameter as unknown as ErrorConstructor)
      }
    })

  test('its picture is sized by the width, and bound by what the margins leave', ({ assert }) => {
    const video = { width: 320, height: 180 }

    const fifth = watermarkSize({ corner: 'center', size: 0.2 }, video)
    const whole = watermarkSize({ corner: 'center', size: 1, margin: 0.1 }, video)

    assert.equal(fifth.width, `'max(2,round(min(64,170*iw/ih)))'`)
    assert.equal(whole.width, `'max(2,round(min(284,144*iw/ih)))'`)
    assert.equal(whole.height, `'max(2,round(min(144,284*ih/iw)))'`)
  })
})
