import type { MediaBinaries } from './binaries.js'
import { MediaError } from '../errors.js'
import type { Abilities } from '../plan/plan_codec.js'
import { apart } from './running_programs.js'
import { runBounded } from './run_bounded.js'

const TIMEOUT_MS = 15_000
/** A line of `-encoders` or `-filters`: flags, then the name. */
const NAME = /^ [A-Z.|]{3,6} +(\S+)/gm
/** What a program can does not change while we run. */
const known = new Map<string, Promise<Abilities>>()

/**
 * What this ffmpeg was built with; asked once for each program, and whoever is aborted waits no longer.
 * @throws MediaError FFMPEG_MISSING, ABORTED
 */
export function askAbilities({ ffmpeg }: MediaBinaries, signal?: AbortSignal): Promise<Abilities> {
  const asked = known.get(ffmpeg) ?? apart(() => ask(ffmpeg))
  known.set(ffmpeg, asked)
  asked.catch(() => known.delete(ffmpeg))
  return signal ? Promise.race([asked, aborted(signal)]) : asked
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const refuse = () => reject(new MediaError('ABORTED'))
    if (signal.aborted) refuse()
    signal.addEventListener('abort', refuse, { once: true })
  })
}

async function ask(ffmpeg: string): Promise<Abilities> {
  const [encoders, filters] = await Promise.all([
    namesIn(ffmpeg, '-encoders'),
    namesIn(ffmpeg, '-filters'),
  ])
  return { encoders, filters }
}

async function namesIn(ffmpeg: string, list: string): Promise<string[]> {
  const run = await runBounded(ffmpeg, ['-hide_banner', list], { timeoutMs: TIMEOUT_MS })
  const { stdout, stderr, exitCode } = run
  if (exitCode !== 0) throw new MediaError('FFMPEG_MISSING', { detail: ffmpeg, evidence: stderr })
  return [...stdout.matchAll(NAME)].map(([, name]) => name)
}
