import { vttTime } from '../storyboard/storyboard_vtt.js'
import type { Cue } from './cue.js'

/** @param cues whose text is escaped already */
export function webVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(
    ({ startS, endS, text }) => `${vttTime(startS)} --> ${vttTime(endS)}\n${text}\n`
  )
  return ['WEBVTT\n', ...blocks].join('\n')
}
