import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MediaError } from '../errors.js'
import type { MediaWarning } from '../probe/media_info.js'
import type { ProofCheck, RenditionProof } from '../verify/rendition_proof.js'
import { fitCues } from './fit_cues.js'
import type { PlannedSubtitles, PlannedSubtitleTrack } from './plan_subtitles.js'
import { readCues } from './read_cues.js'
import {
  DELAY_S,
  MOST_TRACK_BYTES,
  rawPath,
  runExtraction,
  type SubtitlesRun,
} from './run_extraction.js'
import { checkSubtitles } from './verify_subtitles.js'
import { webVtt } from './webvtt.js'

export interface MadeSubtitles {
  /** Each a file of its own in the run's folder. */
  tracks: MadeSubtitleTrack[]
  /** Tracks that did not become one, and what was done to others. */
  warnings: MediaWarning[]
  proof: RenditionProof
}

export interface MadeSubtitleTrack {
  planned: PlannedSubtitleTrack
  path: string
}

/**
 * Makes a WebVTT file of every planned track. A track that cannot be read is a warning: words are worth less than
 * the video.
 *
 * @throws MediaError ABORTED, FFMPEG_MISSING
 */
export async function extractSubtitles(
  planned: PlannedSubtitles,
  run: SubtitlesRun
): Promise<MadeSubtitles> {
  const failures = await runExtraction(planned.tracks, run)
  const made: Attempted[] = []
  for (const track of planned.tracks) {
    made.push(await makeTrack(track, { planned, run, failure: failures.get(track.index) }))
  }
  const good = made.filter(({ check }) => check?.ok)
  const warnings = made.flatMap(({ warnings: own }) => own)
  return {
    tracks: good.map(({ track, path }) => ({ planned: track, path })),
    warnings,
    proof: await proofOf(planned, good, warnings),
  }
}

interface Attempted {
  track: PlannedSubtitleTrack
  path: string
  check: ProofCheck | null
  warnings: MediaWarning[]
}

async function makeTrack(
  track: PlannedSubtitleTrack,
  of: { planned: PlannedSubtitles; run: SubtitlesRun; failure: MediaError | undefined }
): Promise<Attempted> {
  const path = join(of.run.folder, track.fileName)
  const attempted = { track, path, check: null }
  if (of.failure) return { ...attempted, warnings: [leftOut(track, of.failure.message)] }

  const raw = await readFile(rawPath(track, of.run))
  await rm(rawPath(track, of.run))
  const { cues, guessed } = readCues(raw, DELAY_S)
  const fitted = fitCues(cues, of.planned)
  if (fitted.length === 0) return { ...attempted, warnings: [leftOut(track, 'it says nothing')] }

  await writeFile(path, webVtt(fitted))
  const check = await checkSubtitles(path, { ...track, durationS: of.planned.durationS })
  if (!check.ok) return { ...attempted, warnings: [leftOut(track, check.got)] }
  return { ...attempted, check, warnings: changes(track, { guessed, bytes: raw.length }) }
}

function leftOut({ label }: PlannedSubtitleTrack, reason: string): MediaWarning {
  const text = `The subtitles “${label}” were left out: ${reason.replace(/\.$/, '')}.`
  return { code: 'SUBTITLES_LEFT_OUT', text }
}

function changes(
  { label }: PlannedSubtitleTrack,
  { guessed, bytes }: { guessed: number; bytes: number }
): MediaWarning[] {
  const told = [
    guessed > 0 && `were not in UTF-8 and were read as Western European text (Windows-1252)`,
    bytes >= MOST_TRACK_BYTES &&
      `are longer than ${MOST_TRACK_BYTES / 1024 ** 2} MiB and end early`,
  ].filter((words) => words !== false)
  return told.map((words) => ({
    code: 'SUBTITLES_CHANGED',
    text: `The subtitles “${label}” ${words}.`,
  }))
}

async function proofOf(
  { durationS }: PlannedSubtitles,
  good: Attempted[],
  warnings: MediaWarning[]
): Promise<RenditionProof> {
  const sizes = await Promise.all(good.map(({ path }) => stat(path)))
  return {
    sizeBytes: sizes.reduce((sum, { size }) => sum + size, 0),
    durationS,
    ...{ videoCodec: null, audioCodec: null, width: 0, height: 0, frameCount: 0 },
    ...{ spans: [], soundOverhangChangeS: null, warnings },
    checks: good.flatMap(({ check }) => check ?? []),
    similarity: { ssim: null, reason: 'words have no pictures' },
  }
}
