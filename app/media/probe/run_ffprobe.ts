import type { MediaBinaries } from '../run/binaries.js'
import { MediaError } from '../errors.js'
import type { FfprobeFrame, FfprobeReport } from './ffprobe_report.js'
import { fileUrl, SAFE_INPUT_OPTIONS } from '../command/input_safety.js'
import { runBounded, type BoundedResult } from '../run/run_bounded.js'

export interface ProbeRun {
  binaries: MediaBinaries
  timeoutMs: number
  signal?: AbortSignal
}

const FRAME_FIELDS =
  'frame=media_type,width,height,pix_fmt,sample_aspect_ratio,interlaced_frame,' +
  'color_range,color_space,color_transfer,color_primaries'

/** First try and second try, in packets: a stream may begin in the middle of a group of pictures. */
const TRIAL_PACKETS = [24, 400]

/** What the header says, or ffprobe's complaint when it cannot be opened. */
export async function readHeader(
  path: string,
  run: ProbeRun
): Promise<{ report: FfprobeReport | null; complaints: string }> {
  const show = ['-show_format', '-show_streams', '-show_chapters']
  const result = await ffprobe(path, show, run)
  const report = result.exitCode === 0 ? (parse(result) as FfprobeReport) : null
  return { report, complaints: result.stderr }
}

/** Decodes the beginning of one stream: header claims are one thing, pictures another. */
export async function decodeBeginning(
  path: string,
  streamIndex: number,
  run: ProbeRun
): Promise<{ frames: FfprobeFrame[]; complaints: string }> {
  let complaints = ''
  for (const packets of TRIAL_PACKETS) {
    const show = ['-select_streams', String(streamIndex), '-read_intervals', `%+#${packets}`]
    const result = await ffprobe(path, [...show, '-show_entries', FRAME_FIELDS], run)
    const { frames = [] } = parse(result) as { frames?: FfprobeFrame[] }
    complaints = result.stderr
    if (frames.length > 0) return { frames, complaints }
  }
  return { frames: [], complaints }
}

async function ffprobe(path: string, show: string[], run: ProbeRun): Promise<BoundedResult> {
  const args = ['-v', 'error', ...SAFE_INPUT_OPTIONS, ...show, '-of', 'json', fileUrl(path)]
  const result = await runBounded(run.binaries.ffprobe, args, run)
  if (result.signal) {
    throw new MediaError('INPUT_UNREADABLE', {
      detail: `ffprobe ended by ${result.signal}`,
      evidence: result.stderr,
    })
  }
  return result
}

/** NUL characters are replaced: Postgres takes them neither in text nor in jsonb. */
function parse({ stdout, stderr }: BoundedResult): unknown {
  try {
    return JSON.parse(stdout.replaceAll('\\u0000', '\ufffd').replaceAll('\0', '\ufffd'))
  } catch {
    throw new MediaError('INPUT_UNREADABLE', { evidence: stderr })
  }
}
