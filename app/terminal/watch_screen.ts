import { setTimeout as delay } from 'node:timers/promises'

const REDRAW_EVERY_MS = 1_000
const HOME = '\u001B[H'
const CLEAR_LINE_END = '\u001B[K'
const CLEAR_BELOW = '\u001B[J'
const CLEAR = '\u001B[2J'

/**
 * Draws a text anew every second until Ctrl-C or SIGTERM; on what is no terminal each drawing follows the last.
 */
export async function watchScreen(draw: () => Promise<string>): Promise<void> {
  const stops = new AbortController()
  const stop = () => stops.abort()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  if (process.stdout.isTTY) process.stdout.write(CLEAR)
  while (!stops.signal.aborted) {
    show(await draw())
    await delay(REDRAW_EVERY_MS, undefined, { signal: stops.signal }).catch(() => undefined)
  }
}

/** Overwrites instead of clearing first, so that nothing flickers. */
function show(text: string) {
  if (!process.stdout.isTTY) return process.stdout.write(`${text}\n\n`)
  const lines = text.split('\n').map((line) => `${line}${CLEAR_LINE_END}\n`)
  process.stdout.write(`${HOME}${lines.join('')}${CLEAR_BELOW}`)
}
