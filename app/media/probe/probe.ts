import { stat } from 'node:fs/promises'
import type { MediaBinaries } from '../run/binaries.js'
import { clockFor } from './continuous_clock.js'
import { detectInterlacing } from './detect_interlacing.js'
import { encryptionOf } from './encryption.js'
import { MediaError } from '../errors.js'
import { explainUnreadable } from './explain_unreadable.js'
import type { FfprobeStream } from './ffprobe_report.js'
import { measurePackets, type MeasuredSpans } from './measure_spans.js'
import type { MediaInfo } from './media_info.js'
import type { ProbeLimits } from './probe_limits.js'
import { readMediaInfo, type Probed } from './read_media_info.js'
import * as refuse from './refuse_input.js'
import { decodeBeginning, readHeader, type ProbeRun } from './run_ffprobe.js'
import { chooseStreams } from './choose_streams.js'
import { sniffContent } from './sniff_content.js'

export type { ProbeLimits } from './probe_limits.js'

export interface ProbeOptions {
  binaries: MediaBinaries
  limits: ProbeLimits
  signal?: AbortSignal
}

/**
 * Looks into an uploaded file and decides by its content whether we take it: what can be decoded and holds pictures,
 * sound or both.
 * Steps, each cheaper and safer than the next: size, first bytes, encryption marks, header,
 * then all packets, a trial decode and a look for interlaced pictures.
 * @throws MediaError INPUT_* when it is refused, PROBE_TIME_LIMIT, FFMPEG_MISSING, ABORTED
 */
export async function probe(path: string, options: ProbeOptions): Promise<MediaInfo> {
  const { limits, binaries, signal } = options
  const run: ProbeRun = { binaries, signal, timeoutMs: limits.timeoutMs }

  const sizeBytes = await sizeOf(path)
  refuse.refuseSize(sizeBytes, limits)
  await refuseByContent(path)
  const { report, complaints } = await readHeader(path, run)
  if (!report) throw await explainUnreadable(path, { sizeBytes, complaints })
  refuse.refuseHeader(report, { limits, complaints })

  const packets = await measurePackets(path, { binaries, signal, clock: clockFor(report) })
  const chosen = chooseStreams(report, packets.spans)
  const trials = await decodeTrials(path, { packets, chosen }, run)
  const info = readMediaInfo({ sizeBytes, report, packets, chosen, ...trials })
  refuse.refuseInfo(info, { limits, complaints: packets.complaints })
  return info
}

/** Header claims are one thing, what can be decoded another. @throws MediaError when nothing can */
async function decodeTrials(
  path: string,
  { packets, chosen }: Pick<Probed, 'packets' | 'chosen'>,
  run: ProbeRun
): Promise<Pick<Probed, 'video' | 'audio' | 'isInterlaced'>> {
  const [video, audio] = await Promise.all([
    chosen.video && decodeBeginning(path, chosen.video.index, run),
    chosen.audio && decodeBeginning(path, chosen.audio.index, run),
  ])
  if (!chosen.video || !video) {
    refuse.refuseUndecodableSound(chosen.audio!, audio!)
    return { video: null, audio, isInterlaced: false }
  }
  refuse.refuseUndecodable(chosen.video, video)
  const durationS = durationOf(chosen.video, packets)
  const sample = { stream: chosen.video, frames: video.frames, durationS }
  return { video, audio, isInterlaced: await detectInterlacing(path, sample, run) }
}

function durationOf({ index }: FfprobeStream, { spans }: MeasuredSpans): number {
  return spans.find((span) => span.index === index)?.durationS ?? 0
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new MediaError(error.code === 'ENOENT' ? 'INPUT_MISSING' : 'PERMISSION_DENIED', {
      evidence: error.message,
    })
  })
  if (!found.isFile()) throw new MediaError('INPUT_UNREADABLE', { detail: 'not a regular file' })
  if (found.size === 0) throw new MediaError('INPUT_EMPTY')
  return found.size
}

async function refuseByContent(path: string): Promise<void> {
  const sniffed = await sniffContent(path)
  if (sniffed) throw new MediaError(sniffed.code, { detail: sniffed.detail })
  const encryption = await encryptionOf(path)
  if (encryption) throw new MediaError('INPUT_ENCRYPTED', { detail: encryption })
}
