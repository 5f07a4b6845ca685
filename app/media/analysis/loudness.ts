import type { MediaBinaries } from '../run/binaries.js'
import { fileUrl, SAFE_INPUT_OPTIONS } from '../command/input_safety.js'
import type { AudioInfo } from '../probe/media_info.js'
import { runBounded } from '../run/run_bounded.js'

/** EBU R128. Null where there is nothing to measure: silence has no peak. */
export interface Loudness {
  /** LUFS; broadcast aims at -23, streaming at -14 to -16. */
  integratedLufs: number | null
  /** LU between the quiet and the loud parts. */
  rangeLu: number | null
  /** dBTP; above 0 it clips. */
  truePeakDb: number | null
}

const BASE_TIMEOUT_MS = 30_000
/** Sound decodes a hundred times faster than time even on a busy machine. */
const TIMEOUT_MS_PER_S = 100
/** What the filter says of silence. */
const SILENCE_LUFS = -70

/**
 * Listens to one audio track from end to end.
 * @returns null where ffmpeg had nothing to say
 * @throws MediaError PROBE_TIME_LIMIT, FFMPEG_MISSING, ABORTED
 */
export async function measureLoudness(
  path: string,
  audio: AudioInfo,
  options: { binaries: MediaBinaries; signal?: AbortSignal }
): Promise<Loudness | null> {
  const { stderr } = await runBounded(
    options.binaries.ffmpeg,
    [
      ...['-nostdin', '-hide_banner', '-nostats', '-v', 'info', ...SAFE_INPUT_OPTIONS],
      ...[
        '-i',
        fileUrl(path),
        '-map',
        `0:${audio.index}`,
        '-af',
        'ebur128=peak=true:framelog=verbose',
      ],
      ...['-f', 'null', '-'],
    ],
    {
      timeoutMs: BASE_TIMEOUT_MS + (audio.durationS ?? 0) * TIMEOUT_MS_PER_S,
      signal: options.signal,
    }
  )
  return readLoudness(stderr)
}

/** Reads the summary that the ebur128 filter writes at its end. */
export function readLoudness(log: string): Loudness | null {
  const summary = log.slice(log.lastIndexOf('Summary:'))
  const value = (pattern: RegExp) => finite(pattern.exec(summary)?.[1])
  if (!/^\s*I:/m.test(summary)) return null
  const integratedLufs = value(/^\s*I:\s+(\S+) LUFS/m)
  const isSilent = integratedLufs === null || integratedLufs <= SILENCE_LUFS
  return {
    integratedLufs: isSilent ? null : integratedLufs,
    rangeLu: isSilent ? null : value(/^\s*LRA:\s+(\S+) LU/m),
    truePeakDb: value(/^\s*Peak:\s+(\S+) dBFS/m),
  }
}

/** `-inf` and `nan` are no numbers of ours. */
function finite(text: string | undefined): number | null {
  const number = Number.parseFloat(text ?? '')
  return Number.isFinite(number) ? number : null
}
