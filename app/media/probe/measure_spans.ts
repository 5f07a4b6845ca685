import { stat } from 'node:fs/promises'
import type { MediaBinaries } from '../run/binaries.js'
import { fileUrl, SAFE_INPUT_OPTIONS } from '../command/input_safety.js'
import { runBounded } from '../run/run_bounded.js'
import type { ContinuousClock } from './continuous_clock.js'
import { SpanBuilder, type StreamSpan } from './stream_span.js'

/** The slowest storage that we still wait for. */
const SLOWEST_BYTES_PER_MS = 5_000
const BASE_TIMEOUT_MS = 30_000

const FIELDS = 'packet=stream_index,pts_time,dts_time,duration_time,size,flags'

export interface MeasuredSpans {
  spans: StreamSpan[]
  /** What the demuxer complained of while it read the whole file. */
  complaints: string
}

/**
 * Reads every packet of a file (nothing is decoded; a fiftieth of what decoding costs).
 * @throws MediaError PROBE_TIME_LIMIT, FFMPEG_MISSING, ABORTED
 */
export async function measureSpans(
  path: string,
  options: { binaries: MediaBinaries; signal?: AbortSignal }
): Promise<StreamSpan[]> {
  const { spans } = await measurePackets(path, options)
  return spans
}

/** As measureSpans, with the demuxer's complaints; on a clock that takes out jumps, where one is given. */
export async function measurePackets(
  path: string,
  options: { binaries: MediaBinaries; signal?: AbortSignal; clock?: ContinuousClock | null }
): Promise<MeasuredSpans> {
  const builders = new Map<number, SpanBuilder>()
  const args = ['-v', 'error', ...SAFE_INPUT_OPTIONS, '-show_entries', FIELDS, '-of', 'compact=p=0']
  const { stderr } = await runBounded(options.binaries.ffprobe, [...args, fileUrl(path)], {
    timeoutMs: await readingTimeoutMs(path),
    signal: options.signal,
    onLine: (line) => addLine(builders, line, options.clock ?? null),
  })
  const spans = [...builders.values()].map((builder) => builder.build())
  return { spans: spans.sort((a, b) => a.index - b.index), complaints: stderr }
}

async function readingTimeoutMs(path: string): Promise<number> {
  const { size } = await stat(path)
  return BASE_TIMEOUT_MS + size / SLOWEST_BYTES_PER_MS
}

function addLine(
  builders: Map<number, SpanBuilder>,
  line: string,
  clock: ContinuousClock | null
): void {
  const fields = new Map(line.split('|').map((pair) => pair.split('=', 2) as [string, string]))
  const index = Number(fields.get('stream_index') ?? Number.NaN)
  if (!Number.isInteger(index)) return

  if (!builders.has(index)) builders.set(index, new SpanBuilder(index))
  const packet = packetOf(fields, index)
  builders.get(index)!.add(clock ? clock.follow(packet) : packet)
}

function packetOf(fields: Map<string, string>, index: number) {
  return {
    index,
    ptsS: seconds(fields.get('pts_time')),
    dtsS: seconds(fields.get('dts_time')),
    durationS: seconds(fields.get('duration_time')) ?? 0,
    sizeBytes: Number(fields.get('size') ?? 0),
    isHidden: fields.get('flags')?.includes('D') ?? false,
    isKey: fields.get('flags')?.includes('K') ?? false,
  }
}

/** `N/A` and nothing are null. */
function seconds(text: string | undefined): number | null {
  const value = Number.parseFloat(text ?? '')
  return Number.isFinite(value) ? value : null
}
