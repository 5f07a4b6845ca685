import type { StoredRendition } from '../recipe/stored_recipe.js'

interface Rung {
  lines: number
  longSide: number
  videoBitRate: number
  audioBitRate: number
}

/** Largest first; ceilings in bit/s. */
const RUNGS: Rung[] = [
  { lines: 1080, longSide: 1920, videoBitRate: 4_000_000, audioBitRate: 128_000 },
  { lines: 720, longSide: 1280, videoBitRate: 2_500_000, audioBitRate: 128_000 },
  { lines: 480, longSide: 854, videoBitRate: 1_500_000, audioBitRate: 128_000 },
  { lines: 360, longSide: 640, videoBitRate: 800_000, audioBitRate: 128_000 },
]

/** One rung of 1080p, 720p, 480p and 360p. */
export function webRung(lines: number): StoredRendition {
  return renditionOf(RUNGS.find((rung) => rung.lines === lines) ?? RUNGS[RUNGS.length - 1])
}

/** The rungs up to that many lines; they share one rate of sound, so that players change without a click. */
export function webLadder(maxLines = 1080): StoredRendition[] {
  return RUNGS.filter(({ lines }) => lines <= maxLines).map(renditionOf)
}

function renditionOf({ lines, longSide, videoBitRate, audioBitRate }: Rung): StoredRendition {
  const video = { maxLongSide: longSide, maxShortSide: lines, maxBitRate: videoBitRate }
  return { name: `${lines}p`, video, audio: { bitRate: audioBitRate } }
}
