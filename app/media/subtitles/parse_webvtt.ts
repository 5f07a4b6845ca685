import type { Cue } from './cue.js'
import { secondsAt } from './read_cues.js'

const TIMING =
  /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3}) --> (?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/

/** Reads WebVTT as strictly as a player may (no settings, no styles). Null where it is none. */
export function parseWebVtt(text: string): Cue[] | null {
  const [header, ...blocks] = text.trimEnd().split('\n\n')
  if (header.split('\n')[0] !== 'WEBVTT') return null
  const cues = blocks.map(parseBlock)
  return cues.every((cue) => cue !== null) ? cues : null
}

function parseBlock(block: string): Cue | null {
  const [first, ...lines] = block.split('\n')
  const timing = TIMING.exec(first)
  if (!timing || lines.length === 0 || lines.some((line) => line.includes('-->'))) return null
  return { startS: secondsAt(timing, 1), endS: secondsAt(timing, 5), text: lines.join('\n') }
}
