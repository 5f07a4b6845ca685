import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MediaBinaries } from '../run/binaries.js'
import { MediaError } from '../errors.js'
import { fileUrl, SAFE_INPUT_OPTIONS } from '../command/input_safety.js'
import { runBounded } from '../run/run_bounded.js'
import type { RenditionProof } from '../verify/rendition_proof.js'
import type { PlannedStoryboard } from './plan_storyboard.js'
import { sheetLayout, sheetName, type SheetLayout } from './sheet_layout.js'
import { storyboardVtt } from './storyboard_vtt.js'
import { verifyStoryboard } from './verify_storyboard.js'

export interface StoryboardRun {
  /** Where ffmpeg wrote the small pictures, and where the sheets go. */
  folder: string
  binaries: MediaBinaries
  signal?: AbortSignal
}

const BASE_TIMEOUT_MS = 30_000
/** Hundreds of thumbnails take a second or two. */
const TIMEOUT_MS_A_TILE = 50

/**
 * Lays the small pictures that the encode left on sheets, and says in WebVTT when each is true.
 * @returns paths of the WebVTT and of the sheets, and the proof that they fit
 * @throws MediaError RESULT_MISSING where not one picture came out, RESULT_WRONG
 */
export async function makeStoryboard(
  planned: PlannedStoryboard,
  run: StoryboardRun
): Promise<{ files: [string, ...string[]]; proof: RenditionProof }> {
  const small = join(run.folder, planned.fileName)
  const timesS = await tileTimes(small, run)
  if (timesS.length === 0) throw new MediaError('RESULT_MISSING', { detail: 'no storyboard' })

  const layout = sheetLayout(timesS.length, planned)
  await writeSheets(small, layout, run)
  const vtt = join(run.folder, 'storyboard.vtt')
  const { tile, durationS } = planned
  await writeFile(vtt, storyboardVtt({ timesS, durationS, tile, layout }))
  await rm(small)
  const sheets = sheetNames(layout).map((name) => join(run.folder, name))
  const proof = await verifyStoryboard({ planned, layout, tiles: timesS.length, vtt, sheets })
  return { files: [vtt, ...sheets], proof }
}

function sheetNames({ sheets }: SheetLayout): string[] {
  return Array.from({ length: sheets }, (_, sheet) => sheetName(sheet))
}

/** Moments of the pictures, from their packets. */
async function tileTimes(path: string, run: StoryboardRun): Promise<number[]> {
  const fields = ['-show_entries', 'packet=pts_time', '-of', 'csv=p=0']
  const { stdout } = await runBounded(
    run.binaries.ffprobe,
    ['-v', 'error', ...SAFE_INPUT_OPTIONS, ...fields, fileUrl(path)],
    { timeoutMs: BASE_TIMEOUT_MS, signal: run.signal }
  )
  return stdout.split('\n').map(Number.parseFloat).filter(Number.isFinite)
}

async function writeSheets(path: string, layout: SheetLayout, run: StoryboardRun): Promise<void> {
  const input = ['-nostdin', '-hide_banner', '-loglevel', 'error', '-y', ...SAFE_INPUT_OPTIONS]
  const graph = ['-filter_complex', sheetGraph(layout)]
  const outputs = sheetNames(layout).flatMap((name, at) => [
    ...['-map', `[sheet${at}]`, '-frames:v', '1', '-c:v', 'mjpeg', '-q:v', '4'],
    ...['-update', '1', '-f', 'image2', fileUrl(join(run.folder, name))],
  ])
  const args = [...input, '-i', fileUrl(path), ...graph, ...outputs]
  const { exitCode, stderr } = await runBounded(run.binaries.ffmpeg, args, {
    timeoutMs: BASE_TIMEOUT_MS + layout.columns * layout.rows * layout.sheets * TIMEOUT_MS_A_TILE,
    signal: run.signal,
  })
  if (exitCode !== 0) throw new MediaError('FFMPEG_FAILED', { evidence: stderr })
}

/** One file a sheet, each with its own name: a pattern would read a `%` in the path. */
function sheetGraph({ columns, rows, sheets }: SheetLayout): string {
  const copies = Array.from({ length: sheets }, (_, sheet) => `[all${sheet}]`).join('')
  const each = Array.from(
    { length: sheets },
    (_, sheet) => `[all${sheet}]select='eq(n,${sheet})'[sheet${sheet}]`
  )
  return [`[0:v]tile=${columns}x${rows},split=${sheets}${copies}`, ...each].join(';')
}
