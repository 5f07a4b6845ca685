import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { MediaError } from '../errors.js'
import type { ProofCheck, RenditionProof } from '../verify/rendition_proof.js'
import { jpegSize } from '../verify/jpeg_size.js'
import type { Size } from '../plan/rendition_size.js'
import { verifyPoster } from '../verify/verify_poster.js'
import type { PlannedStoryboard } from './plan_storyboard.js'
import type { SheetLayout } from './sheet_layout.js'

interface MadeStoryboard {
  planned: PlannedStoryboard
  layout: SheetLayout
  tiles: number
  vtt: string
  sheets: string[]
}

const CUE = /^(\S+)#xywh=(\d+),(\d+),(\d+),(\d+)$/

/** Whole sheets of the right size, and every cue inside one of them. @throws MediaError RESULT_* */
export async function verifyStoryboard(made: MadeStoryboard): Promise<RenditionProof> {
  const { planned, layout, tiles } = made
  const sheet = {
    width: layout.columns * planned.tile.width,
    height: layout.rows * planned.tile.height,
  }
  const checks = [
    checkSheets(await Promise.all(made.sheets.map(sizeOf)), sheet),
    checkCues(await readFile(made.vtt, 'utf8'), made, sheet),
  ]
  const failed = checks.find(({ ok }) => !ok)
  if (failed) {
    const evidence = `${failed.name}: expected ${failed.expected}, got ${failed.got}`
    throw new MediaError(failed.code, { detail: evidence, evidence })
  }
  const sizes = await Promise.all([made.vtt, ...made.sheets].map((path) => stat(path)))
  return {
    sizeBytes: sizes.reduce((sum, { size }) => sum + size, 0),
    durationS: planned.durationS,
    ...{ videoCodec: 'mjpeg', audioCodec: null, ...planned.tile, frameCount: tiles },
    ...{ spans: [], soundOverhangChangeS: null, checks, warnings: [] },
    similarity: { ssim: null, reason: 'single small pictures' },
  }
}

async function sizeOf(path: string): Promise<Size | null> {
  await verifyPoster(path)
  return jpegSize(await readFile(path))
}

function checkSheets(sizes: (Size | null)[], sheet: Size): ProofCheck {
  const text = (size: Size | null) => (size ? `${size.width}x${size.height}` : 'no picture')
  const expected = text(sheet)
  const got = [...new Set(sizes.map(text))].join(', ')
  return { name: 'sheets', ok: got === expected, expected, got, code: 'RESULT_WRONG' }
}

/** As many as tiles, each naming a place on a sheet that is there. */
function checkCues(vtt: string, { tiles, sheets }: MadeStoryboard, sheet: Size): ProofCheck {
  const places = vtt.split('\n').map((line) => CUE.exec(line))
  const names = new Set(sheets.map((path) => basename(path)))
  const right = places.filter((place) => {
    if (!place) return false
    const [x, y, width, height] = place.slice(2).map(Number)
    return names.has(place[1]) && x + width <= sheet.width && y + height <= sheet.height
  })
  const [expected, got] = [String(tiles), String(right.length)]
  return { name: 'cues', ok: got === expected, expected, got, code: 'RESULT_WRONG' }
}
