import type { ProofCheck } from '../verify/rendition_proof.js'
import type { StreamSpan } from '../probe/stream_span.js'
import type { ParsedMediaPlaylist, ParsedMasterPlaylist } from './parse_playlist.js'
import type { ByteSpan } from './segment_index.js'
import { parseWebVtt } from '../subtitles/parse_webvtt.js'

/** One stream of a package: its playlist read again, and its file. */
export interface ReadStream {
  name: string
  playlist: ParsedMediaPlaylist
  media: { name: string; sizeBytes: number; fragmentOffsets: number[] }
}

/** Segments may be off by what rounding in the playlist costs. */
const ALIGNMENT_S = 0.002
const SPAN_S = 0.1

/** Ended, with a target that no segment passes, and something in every segment. */
export function checkPlaylist({ name, playlist }: ReadStream): ProofCheck {
  const { segments, targetS } = playlist
  const longestS = Math.max(0, ...segments.map(({ durationS }) => durationS))
  const faults = [
    playlist.hasEnd ? null : 'no end',
    segments.length > 0 ? null : 'no segments',
    targetS !== null && targetS >= Math.round(longestS) ? null : `target ${targetS} s too short`,
    segments.every(({ length, durationS }) => length > 0 && durationS > 0) ? null : 'empty segment',
  ]
  return verdict(`playlist of ${name}`, faults)
}

/** From the header to the last byte without a gap, each range where a fragment begins, all in the one file. */
export function checkRanges({ name, playlist, media }: ReadStream): ProofCheck {
  const { init, segments } = playlist
  const uris = [init?.uri, ...segments.map(({ uri }) => uri)]
  const header: ByteSpan = init ?? { offset: 0, length: 0 }
  return verdict(`byte ranges of ${name}`, [
    uris.every((uri) => uri === media.name) ? null : 'another file is named',
    header.length > 0 && header.length <= segments[0]?.offset ? null : 'no header',
    segments.every(({ offset }) => media.fragmentOffsets.includes(offset))
      ? null
      : 'a range begins inside a fragment',
    ...gapFaults(segments, media.sizeBytes),
  ])
}

function gapFaults(segments: readonly ByteSpan[], sizeBytes: number): (string | null)[] {
  const ends = segments.map(({ offset, length }) => offset + length)
  return [
    segments.slice(1).every(({ offset }, at) => offset === ends[at]) ? null : 'ranges leave a gap',
    ends.at(-1) === sizeBytes ? null : 'ranges end beside the file’s end',
  ]
}

/** The segments together last as long as the stream that was measured in the file. */
export function checkSum({ name, playlist }: ReadStream, span: StreamSpan | undefined): ProofCheck {
  const sumS = sumOf(playlist)
  const expectedS = span?.durationS ?? 0
  return {
    name: `segments of ${name}`,
    ok: Math.abs(sumS - expectedS) <= SPAN_S,
    ...{ expected: `${expectedS.toFixed(3)} s`, got: `${sumS.toFixed(3)} s` },
    code: 'RESULT_CUT_SHORT',
  }
}

/** All packets of the verified rendition, and all of their bytes. */
export function checkCopied(
  name: string,
  source: StreamSpan | undefined,
  result: StreamSpan | undefined
): ProofCheck {
  const words = (span?: StreamSpan) =>
    span ? `${span.packets} packets, ${span.bytes} bytes` : 'none'
  const [expected, got] = [words(source), words(result)]
  return { name: `copy of ${name}`, ok: got === expected, expected, got, code: 'RESULT_CUT_SHORT' }
}

/** Players may change from any rung to any other at every segment. */
export function checkAlignment(rungs: readonly ReadStream[]): ProofCheck {
  const [first, ...others] = rungs.map(({ playlist }) => startsOf(playlist))
  const faults = others.map((starts, at) => {
    const isAligned =
      starts.length === first.length &&
      starts.every((start, segment) => Math.abs(start - first[segment]) <= ALIGNMENT_S)
    return isAligned ? null : `${rungs[at + 1].name} is cut elsewhere than ${rungs[0].name}`
  })
  return verdict('alignment', faults)
}

const NEEDED = ['BANDWIDTH', 'AVERAGE-BANDWIDTH', 'CODECS', 'RESOLUTION', 'FRAME-RATE']

/** Names every stream once, and says of each what players choose by. */
export function checkMaster(
  master: ParsedMasterPlaylist,
  streams: { rungs: string[]; sound: string | null; subtitles: string[] }
): ProofCheck {
  const { variants, media } = master
  const named = variants.map(({ uri }) => uri)
  const shared = [...(streams.sound === null ? [] : [streams.sound]), ...streams.subtitles]
  const faults = [
    named.join() === streams.rungs.join() ? null : `names ${named.join(', ') || 'nothing'}`,
    shared.join() === urisOf(media).join() ? null : 'other sound or subtitles are named',
    ...variants.flatMap(({ uri, attributes }) =>
      NEEDED.map((name) => (attributes.get(name) ? null : `${uri} without ${name}`))
    ),
    ...variants.map(({ uri, attributes }) =>
      Number(attributes.get('BANDWIDTH')) >= Number(attributes.get('AVERAGE-BANDWIDTH'))
        ? null
        : `the peak of ${uri} is below its average`
    ),
  ]
  return verdict('master playlist', faults)
}

function urisOf(media: Map<string, string>[]): string[] {
  return media.map((attributes) => attributes.get('URI') ?? '')
}

/** One segment that holds all of the words. */
export function checkSubtitlePlaylist(
  name: string,
  playlist: ParsedMediaPlaylist,
  words: { name: string; text: string }
): ProofCheck {
  const { segments, hasEnd } = playlist
  const lengthS = sumOf(playlist)
  return verdict(`playlist of ${name}`, [
    hasEnd ? null : 'no end',
    segments.map(({ uri }) => uri).join() === words.name ? null : 'another file is named',
    lengthS > 0 && lengthS <= Number(playlist.targetS) ? null : 'wrong length',
    parseWebVtt(words.text) ? null : 'no WebVTT',
  ])
}

function sumOf({ segments }: ParsedMediaPlaylist): number {
  return segments.reduce((sum, { durationS }) => sum + durationS, 0)
}

function startsOf({ segments }: ParsedMediaPlaylist): number[] {
  let atS = 0
  return segments.map(({ durationS }) => {
    const startS = atS
    atS += durationS
    return startS
  })
}

function verdict(name: string, faults: (string | null)[]): ProofCheck {
  const found = faults.filter((fault) => fault !== null)
  const got = found.length > 0 ? found.join('; ') : 'as it should be'
  return { name, ok: found.length === 0, expected: 'as it should be', got, code: 'RESULT_WRONG' }
}
