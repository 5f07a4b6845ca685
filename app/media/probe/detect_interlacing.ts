import { fraction, type FfprobeFrame, type FfprobeStream } from './ffprobe_report.js'
import { fileUrl, SAFE_INPUT_OPTIONS } from '../command/input_safety.js'
import type { ProbeRun } from './run_ffprobe.js'
import { runBounded } from '../run/run_bounded.js'

/** Codecs that know no fields. */
const PROGRESSIVE_CODECS = [
  'vp8',
  'vp9',
  'av1',
  'theora',
  'gif',
  'webp',
  'apng',
  'png',
  'flv1',
  'h263',
]
/** Lines of television, as coded. */
const TELEVISION_HEIGHTS = [480, 486, 512, 576, 608, 1080, 1088]
/** Fields come 50 or 60 to a second, which makes 25 or 30 pictures. */
const TELEVISION_RATE = 30.5
const LONG_SAMPLE = 75
const SHORT_SAMPLE = 30
/** Combs show in a strip as they do in the whole. */
const STRIP = "crop='min(iw,480)':ih"
/** Pictures at the beginning are often still. */
const LATEST_START_S = 20
/** idet's own 1.04 takes the edges of moving drawings for combs; 1.3 found the two interlaced files of a corpus of 187 and no other. */
const COMB = 1.3
const FEWEST = 8

/**
 * Whether pictures consist of two moments: by their marks, else by combs in a sample, for many recorders
 * forget the mark.
 */
export async function detectInterlacing(
  path: string,
  of: { stream: FfprobeStream; frames: FfprobeFrame[]; durationS: number },
  run: ProbeRun
): Promise<boolean> {
  if (areMarked(of.frames)) return true
  if (PROGRESSIVE_CODECS.includes(of.stream.codec_name ?? '')) return false

  const fromS = Math.min(of.durationS * 0.2, LATEST_START_S)
  const frames = isTelevision(of.stream) ? LONG_SAMPLE : SHORT_SAMPLE
  const { stderr } = await runBounded(
    run.binaries.ffmpeg,
    [
      ...['-nostdin', '-hide_banner', '-nostats', '-ss', fromS.toFixed(3), ...SAFE_INPUT_OPTIONS],
      ...['-i', fileUrl(path), '-map', `0:${of.stream.index}`, '-frames:v', String(frames)],
      ...['-vf', `${STRIP},idet=intl_thres=${COMB}:prog_thres=${COMB}`, '-f', 'null', '-'],
    ],
    run
  )
  return showsCombs(stderr)
}

/** Reads idet's summary: one field order clearly prevails. */
export function showsCombs(log: string): boolean {
  const line = [...log.matchAll(/Multi frame detection:(.*)/g)].at(-1)?.[1] ?? ''
  const counts = [...line.matchAll(/(TFF|BFF|Progressive|Undetermined):\s*(\d+)/g)]
  const [top, bottom, progressive] = counts.map(([, , count]) => Number(count))
  const combed = Math.max(top ?? 0, bottom ?? 0)
  return combed >= FEWEST && combed >= 0.9 * (top + bottom + progressive)
}

function areMarked(frames: FfprobeFrame[]): boolean {
  return frames.filter((frame) => frame.interlaced_frame === 1).length * 2 > frames.length
}

function isTelevision({ height, avg_frame_rate: rate }: FfprobeStream): boolean {
  return TELEVISION_HEIGHTS.includes(height ?? 0) && (fraction(rate) ?? 0) <= TELEVISION_RATE
}
