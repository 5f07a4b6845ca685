import type { Cue } from './cue.js'

/** How long a cue stands whose source does not say until when, where the next one does not come sooner. */
const UNENDED_S = 5
const SHORTEST_S = 0.001
/** Longer than a video can be: how decoders say that they do not know. */
const ENDLESS_S = 1_000_000

/**
 * Moves cues to the part of the source that is taken and cuts them to it: what lies outside is left out, what reaches
 * over an edge ends there. In the order of their starts, as WebVTT wants them; they may overlap. Pure.
 */
export function fitCues(
  cues: readonly Cue[],
  { startS, durationS }: { startS: number; durationS: number }
): Cue[] {
  const inOrder = cues.toSorted((a, b) => a.startS - b.startS || a.endS - b.endS)
  return inOrder
    .map((cue, at) => ({ ...cue, endS: endOf(cue, inOrder, at) }))
    .map((cue) => ({
      text: cue.text,
      startS: rounded(Math.max(0, cue.startS - startS)),
      endS: rounded(Math.min(durationS, cue.endS - startS)),
    }))
    .filter((cue) => cue.endS - cue.startS >= SHORTEST_S)
}

function endOf(cue: Cue, inOrder: readonly Cue[], at: number): number {
  const lengthS = cue.endS - cue.startS
  if (lengthS > 0 && lengthS < ENDLESS_S) return cue.endS
  const next = inOrder.slice(at + 1).find(({ startS }) => startS > cue.startS)
  return Math.min(cue.startS + UNENDED_S, next?.startS ?? Infinity)
}

/** To the millisecond, which is what WebVTT tells. Down, so that nothing ends after the video does. */
function rounded(seconds: number): number {
  return Math.floor(seconds * 1000 + 0.001) / 1000
}
