import { test } from '@japa/runner'
import { planEncode } from '#media/plan/encode_plan'
import * as check from '#media/verify/proof_checks'
import { shortened } from '#media/verify/source_damage'
import { mediaInfo, recipe, span } from '#tests/fixtures/media_infos'

const planned = planEncode(mediaInfo(), recipe()).renditions[0]
const VIDEO = {
  index: 0,
  codec_type: 'video',
  codec_name: 'h264',
  width: 1280,
  height: 720,
  pix_fmt: 'yuv420p',
}
const AUDIO = { index: 1, codec_type: 'audio', codec_name: 'aac' }

const failedNames = (checks: { name: string; ok: boolean }[]) =>
  checks.filter(({ ok }) => !ok).map(({ name }) => name)

test.group('proof checks', () => {
  test('pass what was planned', ({ assert }) => {
    assert.deepEqual(failedNames(check.checkStreams(planned, { streams: [VIDEO, AUDIO] })), [])
  })

  test('fail {name}')
    .with([
      { name: 'streams', streams: [VIDEO] },
      { name: 'streams', streams: [VIDEO, AUDIO, AUDIO] },
      { name: 'size', streams: [{ ...VIDEO, width: 1278 }, AUDIO] },
      { name: 'pixel format', streams: [{ ...VIDEO, pix_fmt: 'yuv420p10le' }, AUDIO] },
    ])
    .run(({ assert }, { name, streams }) => {
      assert.deepEqual(failedNames(check.checkStreams(planned, { streams })), [name])
    })

  test('allow the shorter of half a second and one part in a hundred of span, and a picture')
    .with([
      { sourceS: 10, resultS: 9.87, ok: true },
      { sourceS: 10, resultS: 9.85, ok: false },
      { sourceS: 10, resultS: 10.15, ok: false },
      { sourceS: 3600, resultS: 3599.5, ok: true },
      { sourceS: 3600, resultS: 3599.4, ok: false },
      { sourceS: 30.2, resultS: 13.6, ok: false },
    ])
    .run(({ assert }, { sourceS, resultS, ok }) => {
      const pair = {
        name: 'video' as const,
        source: span({ durationS: sourceS }),
        result: span({ durationS: resultS }),
      }

      assert.equal(check.checkSpan(pair).ok, ok)
    })

  test('take half of a damaged source, and tell what was lost', ({ assert }) => {
    const pair = (resultS: number) => ({
      name: 'video' as const,
      source: span({ durationS: 10 }),
      result: span({ durationS: resultS }),
    })

    assert.isTrue(check.checkSpan(pair(6), true).ok)
    assert.isFalse(check.checkSpan(pair(6), false).ok)
    assert.isFalse(check.checkSpan(pair(4), true).ok)
    assert.isTrue(check.checkSpan(pair(12), true).ok)
    assert.isFalse(check.checkSpan(pair(16), true).ok)
    assert.deepEqual(
      shortened(pair(6)).map(({ code }) => code),
      ['SHORTENED']
    )
    assert.deepEqual(shortened(pair(9.9)), [])
  })

  test('bear 40 ms of drift and a packet of sound, no millisecond more')
    .with([
      { laterS: 0.04, ok: true },
      { laterS: 0.060000000000000036, ok: true },
      { laterS: 0.062, ok: false },
      { laterS: -0.062, ok: false },
    ])
    .run(({ assert }, { laterS, ok }) => {
      const packed = { medianStepS: 0.02 }
      const video = { name: 'video' as const, source: span(), result: span() }
      const result = span({ ...packed, endS: 10 + laterS })
      const audio = { name: 'audio' as const, source: span(packed), result }

      assert.equal(check.checkDrift([video, audio], false)[0].ok, ok)
    })

  test('believe no end of sound whose packets are of many lengths', ({ assert }) => {
    const wma = { medianStepS: 0.186, lastStepS: 0.185, unevenSteps: 0.3 }
    const video = { name: 'video' as const, source: span(), result: span() }
    const driftOf = (source: object, laterS: number) => {
      const result = span({ medianStepS: 0.023, endS: 10 + laterS })
      return check.checkDrift([video, { name: 'audio', source: span(source), result }], false)[0]
    }

    assert.isTrue(driftOf(wma, 0.279).ok)
    assert.isFalse(driftOf({ ...wma, unevenSteps: 0.02 }, 0.279).ok)
    assert.isFalse(driftOf(wma, 0.5).ok)
  })

  test('count pictures without a moment as length', ({ assert }) => {
    const source = span({ durationS: 2, packets: 76, untimedPackets: 26, medianStepS: 0.04 })
    const pair = (durationS: number) => ({
      ...{ name: 'video' as const, source },
      result: span({ durationS, packets: 76, medianStepS: 0.04 }),
    })

    assert.isTrue(check.checkSpan(pair(3.04)).ok)
    assert.isFalse(check.checkSpan(pair(4)).ok)
  })

  test('a single picture stays as long as it must', ({ assert }) => {
    const one = { packets: 1, medianStepS: 0, lastStepS: 0 }
    const source = span({ ...one, durationS: 0 })
    const pair = { name: 'video' as const, source, result: span({ ...one, durationS: 0.04 }) }

    assert.isTrue(check.checkSpan(pair).ok)
    assert.isFalse(check.checkSpan({ ...pair, result: span({ packets: 25, durationS: 1 }) }).ok)
  })

  test('fail a stream that is not there at all', ({ assert }) => {
    const pair = { name: 'audio' as const, source: span(), result: undefined }

    assert.isFalse(check.checkSpan(pair).ok)
  })

  test('fail frames that are missing by the half, or doubled', ({ assert }) => {
    assert.isTrue(check.checkFrames(planned, span({ packets: 1490 }))[0].ok)
    assert.isFalse(check.checkFrames(planned, span({ packets: 600 }))[0].ok)
    assert.isFalse(check.checkFrames(planned, span({ packets: 3000 }))[0].ok)
  })

  test('fail timestamps that repeat or fall', ({ assert }) => {
    assert.isTrue(check.checkTimestamps(span()).ok)
    assert.isFalse(check.checkTimestamps(span({ repeatedPts: 1 })).ok)
    assert.isFalse(check.checkTimestamps(span({ fallingDts: 1 })).ok)
  })

  test('fail an index behind the data', ({ assert }) => {
    const box = (type: string) => ({ type, offset: 0, size: 8, headerSize: 8 })

    assert.isTrue(check.checkFastStart([box('ftyp'), box('moov'), box('free'), box('mdat')]).ok)
    assert.isFalse(check.checkFastStart([box('ftyp'), box('mdat'), box('moov')]).ok)
    assert.isFalse(check.checkFastStart([box('ftyp'), box('mdat')]).ok)
  })
})
