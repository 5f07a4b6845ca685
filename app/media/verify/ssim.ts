import type { MediaBinaries } from '../run/binaries.js'
import { MediaError } from '../errors.js'
import { compareSpan, type Compared } from './compare_span.js'
import type { Similarity, Ssim, SsimSpan } from './similarity.js'
import { isUnlike } from './similarity_check.js'
import { alignedFrames, nearKeyFrame } from './ssim_frames.js'
import { reachOf, spansToCompare, whyNotCompared, type ComparedSpan } from './ssim_spans.js'

export type { Similarity, Ssim, SsimSpan } from './similarity.js'

interface Run {
  binaries: MediaBinaries
  signal?: AbortSignal
}

/** Before a rendition is refused both files are read from this much earlier: some sources jump to wrong places. */
const RUN_UP_S = 30
/** Of pictures of one even colour: then another part of the film tells more. */
const MOSTLY_FLAT = 0.5

/**
 * Compares sampled spans picture by picture with the source, sized as the rendition was.
 * @throws MediaError FFMPEG_MISSING or ABORTED; what cannot be compared is told, not thrown
 */
export async function measureSimilarity(compared: Compared, run: Run): Promise<Similarity> {
  const why = whyNotCompared(compared)
  if (why) return { ssim: null, reason: why }
  try {
    const spans = await compareAll(compared, run)
    if (typeof spans === 'string') return { ssim: null, reason: spans }
    return { ssim: summary(spans), reason: null }
  } catch (error) {
    return { ssim: null, reason: reasonOf(error) }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof MediaError && error.code === 'PROBE_TIME_LIMIT') {
    return 'the comparison took too long'
  }
  throw error
}

/** Where a span shows one even colour its neighbour is looked at as well. */
async function compareAll(compared: Compared, run: Run): Promise<SsimSpan[] | string> {
  const spans: SsimSpan[] = []
  for (const { instead, ...wanted } of spansToCompare(compared.span.durationS)) {
    const span = await compareOne(compared, await moved(compared, wanted, run), run)
    if (typeof span === 'string') return span
    spans.push(span)
    if (span.flat <= MOSTLY_FLAT || instead === null) continue
    const other = await compareOne(compared, { ...wanted, startS: instead }, run)
    if (typeof other === 'string') return other
    spans.push(other)
  }
  return spans
}

/** To a key frame where one is near. */
async function moved(
  { span, source }: Compared,
  { startS, lengthS }: ComparedSpan,
  run: Run
): Promise<ComparedSpan> {
  if (lengthS === null) return { startS, lengthS }
  const reachS = reachOf(span.durationS)
  return { startS: await nearKeyFrame(source, { startS, reachS }, run), lengthS }
}

async function compareOne(
  compared: Compared,
  wanted: ComparedSpan,
  run: Run
): Promise<SsimSpan | string> {
  const frames = await alignedFrames(compared, wanted, run)
  if (typeof frames === 'string') return frames
  const stepS = compared.span.medianStepS
  const found = async (runUpS: number) => compareSpan(compared, frames, { ...run, runUpS })
  const first = await found(0)
  const isClear = first !== null && !isUnlike({ ...first, stepS })
  const span = isClear || wanted.lengthS === null ? first : await found(RUN_UP_S)
  if (!span) return 'not every picture could be decoded for comparison'
  return { startS: wanted.startS, stepS, ...span }
}

function summary(spans: SsimSpan[]): Ssim {
  const frames = spans.reduce((sum, span) => sum + span.frames, 0)
  const total = spans.reduce((sum, span) => sum + span.average * span.frames, 0)
  return { average: total / frames, worst: Math.min(...spans.map(({ worst }) => worst)), spans }
}
