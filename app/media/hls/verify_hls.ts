import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { MediaError } from '../errors.js'
import { measureSpans } from '../probe/measure_spans.js'
import type { ProofCheck, RenditionProof } from '../verify/rendition_proof.js'
import type { StreamSpan } from '../probe/stream_span.js'
import * as check from './hls_checks.js'
import type { HlsRun } from './hls_run.js'
import { parseMasterPlaylist, parseMediaPlaylist } from './parse_playlist.js'
import type { PlannedHls } from './plan_hls.js'
import { readSegmentIndex } from './segment_index.js'
import {
  MASTER_NAME,
  rungName,
  soundName,
  subtitleNames,
  type StreamNames,
} from './stream_names.js'

type MeasuredStream = check.ReadStream & { span: StreamSpan | undefined }

/**
 * Reads every playlist again as a player would, measures every file, and compares with what was verified.
 * @throws MediaError RESULT_WRONG or RESULT_CUT_SHORT, with the failed checks as evidence
 */
export async function verifyHls(
  planned: PlannedHls,
  run: HlsRun,
  folder: string
): Promise<RenditionProof> {
  const rungs: MeasuredStream[] = []
  for (const { name } of planned.rungs) rungs.push(await read(name, rungName(name), run, folder))
  const sound = planned.soundFrom ? await read('sound', soundName(), run, folder) : null
  const streams = sound ? [...rungs, sound] : rungs
  const subtitles = (run.subtitles ?? []).map((_, at) => subtitleNames(at))
  const master = parseMasterPlaylist(await readFile(join(folder, MASTER_NAME), 'utf8'))
  const checks = [
    check.checkMaster(master, {
      rungs: planned.rungs.map(({ name }) => rungName(name).playlist),
      sound: sound && soundName().playlist,
      subtitles: subtitles.map(({ playlist }) => playlist),
    }),
    ...streams.flatMap((one) => [
      check.checkPlaylist(one),
      check.checkRanges(one),
      check.checkSum(one, one.span),
    ]),
    ...rungs.map(({ name, span }) => check.checkCopied(name, videoSpan(run, name), span)),
    check.checkAlignment(rungs),
    ...(await Promise.all(subtitles.map((names) => checkSubtitles(names, folder)))),
  ]
  refuseFailed(checks)
  return proofOf({ planned, run, streams, checks, sizeBytes: await sizeOf(folder) })
}

async function read(
  name: string,
  names: StreamNames,
  run: HlsRun,
  folder: string
): Promise<MeasuredStream> {
  const path = join(folder, names.media)
  const { fragmentOffsets } = await readSegmentIndex(path)
  const { size } = await stat(path)
  const [span] = await measureSpans(path, run)
  const playlist = parseMediaPlaylist(await readFile(join(folder, names.playlist), 'utf8'))
  return { name, playlist, media: { name: names.media, sizeBytes: size, fragmentOffsets }, span }
}

async function checkSubtitles(
  { media, playlist }: StreamNames,
  folder: string
): Promise<ProofCheck> {
  const [text, words] = await Promise.all(
    [playlist, media].map((name) => readFile(join(folder, name), 'utf8'))
  )
  const held = { name: media, text: words }
  return check.checkSubtitlePlaylist(playlist, parseMediaPlaylist(text), held)
}

/** A verified rendition's pictures are its first stream. */
function videoSpan({ proofs }: HlsRun, name: string): StreamSpan | undefined {
  return proofs.get(name)?.spans.find(({ index }) => index === 0)
}

function refuseFailed(checks: ProofCheck[]): void {
  const failed = checks.filter(({ ok }) => !ok)
  if (failed.length === 0) return
  const lines = failed.map(({ name, expected, got }) => `${name}: expected ${expected}, got ${got}`)
  throw new MediaError(failed[0].code, { detail: lines[0], evidence: lines.join('\n') })
}

/** Nothing else lies in the folder of a package. */
async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder)
  const sizes = await Promise.all(names.map((name) => stat(join(folder, name))))
  return sizes.reduce((sum, { size }) => sum + size, 0)
}

function proofOf(of: {
  planned: PlannedHls
  run: HlsRun
  streams: MeasuredStream[]
  checks: ProofCheck[]
  sizeBytes: number
}): RenditionProof {
  const { planned, run, streams, checks, sizeBytes } = of
  const [best] = planned.rungs
  return {
    sizeBytes,
    durationS: Math.max(0, ...streams.map(({ span }) => span?.durationS ?? 0)),
    videoCodec: 'h264',
    audioCodec: planned.soundFrom ? 'aac' : null,
    ...{ width: best.width, height: best.height },
    frameCount: run.proofs.get(best.name)?.frameCount ?? 0,
    spans: streams.flatMap(({ span }) => span ?? []),
    ...{ soundOverhangChangeS: null, checks, warnings: [] },
    similarity: { ssim: null, reason: `the pictures of ${best.name} as they are` },
  }
}
