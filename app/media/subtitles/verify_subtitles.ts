import { readFile } from 'node:fs/promises'
import type { ProofCheck } from '../verify/rendition_proof.js'
import type { Cue } from './cue.js'
import { parseWebVtt } from './parse_webvtt.js'

/** Times are told in milliseconds. */
const ROUNDING_S = 0.001

/** Reads a written track again: UTF-8, WebVTT, with words, in order, within the video. */
export async function checkSubtitles(
  path: string,
  { label, durationS }: { label: string; durationS: number }
): Promise<ProofCheck> {
  const text = decode(await readFile(path))
  const cues = text === null ? null : parseWebVtt(text)
  const faults = cues ? faultsOf(cues, durationS) : ['no WebVTT in UTF-8']
  return {
    name: `subtitles ${label}`,
    ok: faults.length === 0,
    expected: 'cues in order within the video',
    got: faults.join('; ') || `${cues?.length} cues`,
    code: 'RESULT_WRONG',
  }
}

function faultsOf(cues: Cue[], durationS: number): string[] {
  const isInOrder = cues.every(({ startS }, at) => at === 0 || startS >= cues[at - 1].startS)
  return [
    cues.length > 0 ? null : 'no cues',
    isInOrder ? null : 'cues out of order',
    cues.every(({ startS, endS }) => endS > startS) ? null : 'a cue that lasts no time',
    cues.every(({ endS }) => endS <= durationS + ROUNDING_S) ? null : 'a cue after the end',
  ].filter((fault) => fault !== null)
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
