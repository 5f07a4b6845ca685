import { problemsIn } from '../run/explain_exit.js'
import type { MediaWarning } from '../probe/media_info.js'
import { lostIn, type SpanPair } from './proof_checks.js'

const TOLD_BY_PROBE: MediaWarning['code'][] = ['DECODE_ERRORS', 'SHORTENED']

/** What probe and encode complained of; empty for a source that is whole, or of which nothing is known. */
export function damageOf(
  source: { warnings: MediaWarning[]; encodeLog: string } | undefined
): MediaWarning[] {
  if (!source) return []
  const lines = problemsIn(source.encodeLog)
  const told = source.warnings.filter(({ code }) => TOLD_BY_PROBE.includes(code))
  if (lines.length === 0) return told
  const text = `The source is damaged: ${lines.length} complaints while it was decoded, first: ${lines[0]}`
  return [{ code: 'DECODE_ERRORS', text }]
}

/** What was lost of a stream, in words. */
export function shortened(pair: SpanPair): MediaWarning[] {
  const lostS = lostIn(pair)
  if (lostS <= 0) return []
  const of = (pair.source?.durationS ?? 0).toFixed(2)
  const stream = pair.name === 'video' ? 'pictures' : 'sound'
  return [{ code: 'SHORTENED', text: `${lostS.toFixed(2)} of ${of} s of the ${stream} were lost.` }]
}
