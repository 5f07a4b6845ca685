import type { Cue } from './cue.js'
import { cueText, decodeText } from './cue_text.js'

const TIME = String.raw`(?:(\d+):)?(\d\d):(\d\d)\.(\d{3})`
const TIMING = new RegExp(`^${TIME} --> ${TIME}(?: .*)?$`)

export interface ReadCues {
  cues: Cue[]
  /** Cues whose bytes were no UTF-8 and were taken for Windows-1252. */
  guessed: number
}

/**
 * Reads WebVTT as ffmpeg writes it: unescaped, and with blank lines inside of cues where the source had them. A line
 * of times begins a cue, everything up to the next one is its text.
 *
 * @param bytes text of any encoding; decoded cue by cue, for tools that wrote files did not keep to one
 * @param offsetS by how much ffmpeg was told to delay everything
 */
export function readCues(bytes: Buffer, offsetS: number): ReadCues {
  const read: ReadCues = { cues: [], guessed: 0 }
  for (const { timing, lines } of blocksOf(bytes.toString('latin1'))) {
    const { text, isGuessed } = decodeText(Buffer.from(lines.join('\n'), 'latin1'))
    const words = cueText(text)
    if (words === '') continue
    if (isGuessed) read.guessed++
    const [startS, endS] = [secondsAt(timing, 1) - offsetS, secondsAt(timing, 5) - offsetS]
    read.cues.push({ startS, endS, text: words })
  }
  return read
}

interface Block {
  timing: RegExpExecArray
  lines: string[]
}

function blocksOf(latin1: string): Block[] {
  const blocks: Block[] = []
  for (const line of latin1.split(/\r\n|\r|\n/)) {
    const timing = TIMING.exec(line)
    if (timing) blocks.push({ timing, lines: [] })
    else blocks.at(-1)?.lines.push(line)
  }
  return blocks
}

/** Hours, minutes, seconds and milliseconds stand side by side from `at` on. */
export function secondsAt(match: RegExpExecArray, at: number): number {
  const [hours = '0', minutes, seconds, ms] = match.slice(at, at + 4)
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return (whole * 1000 + Number(ms)) / 1000
}
