import { test } from '@japa/runner'
import { cueText } from '#media/subtitles/cue_text'
import { fitCues } from '#media/subtitles/fit_cues'
import { parseWebVtt } from '#media/subtitles/parse_webvtt'
import { readCues } from '#media/subtitles/read_cues'
import { webVtt } from '#media/subtitles/webvtt'

const WHOLE = { startS: 0, durationS: 10 }
const cue = (startS: number, endS: number, text = 'words') => ({ startS, endS, text })
const times = (cues: { startS: number; endS: number }[]) =>
  cues.map(({ startS, endS }) => [startS, endS])

test.group('cueText', () => {
  test('keeps bold, italic and underlined, and escapes the rest', ({ assert }) => {
    assert.equal(cueText('<b>a</b> & <i>b</i> <u>c</u>'), '<b>a</b> &amp; <i>b</i> <u>c</u>')
    assert.equal(cueText('<script>alert(1)</script>'), '&lt;script&gt;alert(1)&lt;/script&gt;')
    assert.equal(cueText('<b onclick=x>5 < 6'), '&lt;b onclick=x&gt;5 &lt; 6')
  })

  test('cannot end its cue or begin another', ({ assert }) => {
    assert.equal(cueText('a --> b\n\n\nNOTE c'), 'a --&gt; b\nNOTE c')
    assert.equal(cueText('a\u0000\rb\u2028'), 'ab')
  })

  test('says nothing of shapes that ASS draws', ({ assert }) => {
    assert.equal(cueText('m 0 0 l 100 0 100 100'), '')
    assert.equal(cueText('m 0 0 b -1.5 2 3 4\nBut words'), 'But words')
    assert.equal(cueText('<i></i> \n'), '')
  })
})

test.group('readCues', () => {
  const read = (text: string | Buffer, offsetS = 0) => readCues(Buffer.from(text), offsetS)

  test('takes what stands between two lines of times for one text', ({ assert }) => {
    const { cues } = read(
      'WEBVTT\n\n00:01.000 --> 00:02.500\none\n\ntwo\n\n01:00:03.000 --> 01:00:04.000\nthree\n'
    )
    assert.deepEqual(cues, [cue(1, 2.5, 'one\ntwo'), cue(3603, 3604, 'three')])
  })

  test('takes the delay off again, below zero too', ({ assert }) => {
    const { cues } = read('99:59:59.500 --> 100:00:01.250\nwords\n', 360_000)
    assert.deepEqual(times(cues), [[-0.5, 1.25]])
  })

  test('reads each cue in the encoding that it is in', ({ assert }) => {
    const western = Buffer.from('00:01.000 --> 00:02.000\nGr\xfc\xdfe \x80\n', 'latin1')
    const unicode = Buffer.from('00:02.000 --> 00:03.000\nGrüße €\n')
    const { cues, guessed } = read(Buffer.concat([western, unicode]))
    assert.deepEqual(
      cues.map(({ text }) => text),
      ['Grüße €', 'Grüße €']
    )
    assert.equal(guessed, 1)
  })

  test('finds nothing in what is no WebVTT', ({ assert }) => {
    assert.isEmpty(read('').cues)
    assert.isEmpty(read(Buffer.alloc(1000, 0xff)).cues)
  })
})

test.group('fitCues', () => {
  test('brings cues into order and lets them overlap', ({ assert }) => {
    const fitted = fitCues([cue(4, 6), cue(1, 5), cue(1, 2)], WHOLE)
    assert.deepEqual(times(fitted), [
      [1, 2],
      [1, 5],
      [4, 6],
    ])
  })

  test('cuts what begins before the video or ends after it', ({ assert }) => {
    const fitted = fitCues([cue(-5, -1), cue(-1, 2), cue(9, 99), cue(10, 12), cue(50, 60)], WHOLE)
    assert.deepEqual(times(fitted), [
      [0, 2],
      [9, 10],
    ])
  })

  test('moves to the part that is taken', ({ assert }) => {
    const fitted = fitCues([cue(1, 2), cue(2.5, 3.5), cue(3.2, 9)], { startS: 3, durationS: 2 })
    assert.deepEqual(times(fitted), [
      [0, 0.5],
      [0.2, 2],
    ])
  })

  test('a cue without an end stays until the next, or for five seconds', ({ assert }) => {
    const fitted = fitCues([cue(1, 1), cue(2, 2), cue(2, 4_294_969)], WHOLE)
    assert.deepEqual(times(fitted), [
      [1, 2],
      [2, 7],
      [2, 7],
    ])
  })
})

test.group('webVtt', () => {
  test('reads back as what was written', ({ assert }) => {
    const cues = [cue(0, 0.5, '<b>a</b>\nb'), cue(3661.001, 3662)]
    assert.deepEqual(parseWebVtt(webVtt(cues)), cues)
  })

  test('is not taken for WebVTT when it is broken: {$self}')
    .with([
      ['WEBVTT', 'WEBVT'],
      ['-->', '->'],
      ['00:00:00.500', '00:00:61.500'],
      ['words', 'a --> b'],
      ['words\n', ''],
    ])
    .run(({ assert }, [from, to]) => {
      const text = webVtt([cue(0.5, 1), cue(2, 3)])
      assert.isNotNull(parseWebVtt(text))
      assert.isNull(parseWebVtt(text.replace(from, to)))
    })
})
