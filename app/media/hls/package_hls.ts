import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MediaError } from '../errors.js'
import { explainExit } from '../run/explain_exit.js'
import { fileUrl, SAFE_INPUT_OPTIONS } from '../command/input_safety.js'
import { runBounded } from '../run/run_bounded.js'
import { readHeader } from '../probe/run_ffprobe.js'
import type { RenditionProof } from '../verify/rendition_proof.js'
import { bandwidthOf } from './bandwidth.js'
import { aacCodecName, avcCodecName } from './codec_names.js'
import type { HlsRun } from './hls_run.js'
import { masterPlaylist, type SharedSound, type Variant } from './master_playlist.js'
import { mediaPlaylist, targetDurationS } from './media_playlist.js'
import { packageSubtitles } from './package_subtitles.js'
import type { PlannedHls, PlannedRung } from './plan_hls.js'
import { readSegmentIndex, readSpan, type SegmentIndex } from './segment_index.js'
import { MASTER_NAME, soundName, rungName, type StreamNames } from './stream_names.js'
import { verifyHls } from './verify_hls.js'

type DescribeRun = HlsRun & { targetS: number }

/** Copying is as fast as the disk; the slowest that we wait for. */
const BASE_TIMEOUT_MS = 60_000
const TIMEOUT_MS_PER_S = 500
const HEADER_TIMEOUT_MS = 30_000

/**
 * Cuts verified renditions into the segments of a ladder, without encoding anything: one file of byte ranges
 * for each rung, one for the sound that they share, a playlist for each, and the master playlist.
 *
 * @returns paths, the master playlist first, and the proof
 * @throws MediaError RESULT_WRONG, RESULT_CUT_SHORT and what ffmpeg failed with
 */
export async function packageHls(
  planned: PlannedHls,
  run: HlsRun
): Promise<{ files: [string, ...string[]]; proof: RenditionProof }> {
  const folder = join(run.folder, planned.name)
  await mkdir(folder, { recursive: true })
  await cut(planned, run, folder)
  const context = { ...run, targetS: await writePlaylists(planned, folder) }
  const variants: Variant[] = []
  for (const rung of planned.rungs) variants.push(await describeRung(rung, context, folder))
  const sound = planned.soundFrom ? await describeSound(context, folder) : null
  const words = await packageSubtitles(run.subtitles ?? [], { folder, durationS: longestS(run) })

  const master = join(folder, MASTER_NAME)
  await writeFile(master, masterPlaylist(variants, { sound, subtitles: words.tracks }))
  const parts = streamsOf(planned).flatMap(({ playlist, media }) => [
    join(folder, playlist),
    join(folder, media),
  ])
  const proof = await verifyHls(planned, run, folder)
  return { files: [master, ...parts, ...words.files], proof }
}

/** One process for all; `cmaf` puts the first picture at 0 without an edit list, which players of segments ignore. */
async function cut(planned: PlannedHls, run: HlsRun, folder: string): Promise<void> {
  const inputs = planned.rungs.flatMap(({ fileName }) => [
    ...SAFE_INPUT_OPTIONS,
    ...['-i', fileUrl(join(run.folder, fileName))],
  ])
  const outputs = planned.rungs.flatMap(({ name }, at) => [
    ...['-map', `${at}:v:0`, '-c', 'copy', '-map_metadata', '-1'],
    ...['-movflags', '+cmaf+frag_keyframe+global_sidx+skip_trailer', '-f', 'mp4'],
    fileUrl(join(folder, rungName(name).media)),
  ])
  const quiet = ['-nostdin', '-hide_banner', '-loglevel', 'level+error', '-y']
  const args = [...quiet, ...inputs, ...outputs, ...soundOutput(planned, folder)]
  const { exitCode, signal, stderr } = await runBounded(run.binaries.ffmpeg, args, {
    timeoutMs: BASE_TIMEOUT_MS + longestS(run) * TIMEOUT_MS_PER_S,
    signal: run.signal,
  })
  if (exitCode !== 0) throw explainExit({ exitCode, signal, stderr })
}

/** What an encoder puts before the first sound is left out: without an edit list it would be heard late. */
function soundOutput(planned: PlannedHls, folder: string): string[] {
  const from = planned.rungs.findIndex(({ name }) => name === planned.soundFrom)
  if (from < 0) return []
  const lengthUs = String(Math.round(planned.segmentS * 1_000_000))
  return [
    ...['-map', `${from}:a:0`, '-c', 'copy', '-copypriorss:a', '0', '-map_metadata', '-1'],
    ...['-movflags', '+cmaf+global_sidx+skip_trailer', '-frag_duration', lengthUs, '-f', 'mp4'],
    fileUrl(join(folder, soundName().media)),
  ]
}

function longestS({ proofs }: HlsRun): number {
  return Math.max(0, ...[...proofs.values()].map(({ durationS }) => durationS))
}

/** @returns the target duration that all of them name, in seconds */
async function writePlaylists(planned: PlannedHls, folder: string): Promise<number> {
  const names = streamsOf(planned)
  const indexes: SegmentIndex[] = []
  for (const { media } of names) indexes.push(await readSegmentIndex(join(folder, media)))
  const targetS = targetDurationS(indexes)
  for (const [at, { media, playlist }] of names.entries()) {
    await writeFile(join(folder, playlist), mediaPlaylist(indexes[at], media, targetS))
  }
  return targetS
}

/** The rungs, then the sound. */
function streamsOf({ rungs, soundFrom }: PlannedHls): StreamNames[] {
  return [...rungs.map(({ name }) => rungName(name)), ...(soundFrom ? [soundName()] : [])]
}

async function describeRung(rung: PlannedRung, run: DescribeRun, folder: string): Promise<Variant> {
  const { media, playlist } = rungName(rung.name)
  const index = await readSegmentIndex(join(folder, media))
  const codec = avcCodecName(await readSpan(join(folder, media), index.init))
  if (!codec) throw new MediaError('RESULT_WRONG', { detail: `${media} holds no H.264` })
  const durationS = index.segments.reduce((sum, segment) => sum + segment.durationS, 0)
  const frames = run.proofs.get(rung.name)?.frameCount ?? 0
  const { width, height } = rung
  const frameRate = durationS > 0 ? frames / durationS : 0
  return {
    playlist,
    bandwidth: bandwidthOf(index.segments, run.targetS),
    width,
    height,
    frameRate,
    codec,
  }
}

async function describeSound(run: DescribeRun, folder: string): Promise<SharedSound> {
  const { media, playlist } = soundName()
  const path = join(folder, media)
  const index = await readSegmentIndex(path)
  const { report } = await readHeader(path, { ...run, timeoutMs: HEADER_TIMEOUT_MS })
  const stream = report?.streams?.[0]
  return {
    ...{ playlist, bandwidth: bandwidthOf(index.segments, run.targetS) },
    ...{ channels: stream?.channels ?? 2, codec: aacCodecName(stream?.profile) },
  }
}
