import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileUrl, SAFE_INPUT_OPTIONS } from '../command/input_safety.js'
import { MediaError } from '../errors.js'
import type { MediaBinaries } from '../run/binaries.js'
import { explainExit } from '../run/explain_exit.js'
import { runBounded } from '../run/run_bounded.js'
import type { PlannedSubtitleTrack } from './plan_subtitles.js'

export interface SubtitlesRun {
  inputPath: string
  /** Where the tracks go. */
  folder: string
  binaries: MediaBinaries
  signal?: AbortSignal
}

/** Everything is delayed by so much, for WebVTT has no times before 0 and ffmpeg would move all cues instead. */
export const DELAY_S = 360_000
/** Of one track; words of a day are a tenth of it. */
export const MOST_TRACK_BYTES = 8 * 1024 * 1024
/** The slowest storage that we still wait for. */
const SLOWEST_BYTES_PER_MS = 5_000
const BASE_TIMEOUT_MS = 30_000

/**
 * Lets ffmpeg read the source once and write the words of each track as they are, in whatever encoding; nothing else
 * of the source is decoded. Where it fails for all it is asked for each alone.
 *
 * @returns why a track could not be read, by its stream's index
 * @throws MediaError ABORTED, FFMPEG_MISSING
 */
export async function runExtraction(
  tracks: readonly PlannedSubtitleTrack[],
  run: SubtitlesRun
): Promise<Map<number, MediaError>> {
  const failed = tracks.length > 0 ? await extract(tracks, run) : null
  if (!failed) return new Map()
  if (tracks.length === 1) return new Map([[tracks[0].index, failed]])
  const failures = new Map<number, MediaError>()
  for (const track of tracks) {
    const alone = await extract([track], run)
    if (alone) failures.set(track.index, alone)
  }
  return failures
}

/** Where ffmpeg leaves a track, beside the file that is made of it. */
export function rawPath({ fileName }: PlannedSubtitleTrack, { folder }: SubtitlesRun): string {
  return join(folder, `raw.${fileName}`)
}

async function extract(
  tracks: readonly PlannedSubtitleTrack[],
  run: SubtitlesRun
): Promise<MediaError | null> {
  const { size } = await stat(run.inputPath)
  try {
    const ended = await runBounded(run.binaries.ffmpeg, extractionArguments(tracks, run), {
      timeoutMs: BASE_TIMEOUT_MS + size / SLOWEST_BYTES_PER_MS,
      signal: run.signal,
    })
    return ended.exitCode === 0 ? null : explainExit(ended)
  } catch (error) {
    if (error instanceof MediaError && error.code === 'PROBE_TIME_LIMIT') return error
    throw error
  }
}

/** `ignore` leaves the bytes alone; an error in one cue must not cost the others. */
function extractionArguments(tracks: readonly PlannedSubtitleTrack[], run: SubtitlesRun): string[] {
  return [
    ...['-nostdin', '-hide_banner', '-loglevel', 'level+error', '-y', '-max_error_rate', '1'],
    ...[...SAFE_INPUT_OPTIONS, '-itsoffset', String(DELAY_S), '-sub_charenc_mode', 'ignore'],
    ...['-i', fileUrl(run.inputPath)],
    ...tracks.flatMap((track) => [
      ...['-map', `0:${track.index}`, '-c:s', 'webvtt', '-map_metadata', '-1'],
      ...['-map_chapters', '-1', '-fs', String(MOST_TRACK_BYTES), '-f', 'webvtt'],
      fileUrl(rawPath(track, run)),
    ]),
  ]
}
