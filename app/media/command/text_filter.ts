import type { TextWatermark } from '../recipe/filter_recipe.js'
import type { Size } from '../plan/rendition_size.js'
import { watermarkPlace } from './watermark_place.js'

const NAMES = {
  thing: { width: 'tw', height: 'th' },
  picture: { width: 'w', height: 'h' },
}
/** A letter is about this much as wide as high, one of China, Japan or Korea and an emoji as wide as high. */
const LETTER_WIDTH = 0.6
const WIDE_LETTER = /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\ufe30-\uffef\u{1f300}-\u{3fffd}]/u
const WIDEST_PART = 0.94
const SMALLEST_LETTERS = 6

/** White letters with a thin dark rim, which show on any picture. */
export function drawText(
  { text, size, opacity, ...wanted }: TextWatermark,
  { width, height, fontFile }: Size & { fontFile: string | null }
): string {
  const { x, y } = watermarkPlace(wanted, { width, height }, { ...NAMES })
  const letters = lettersHeight(text, size, { width, height })
  const font = fontFile === null ? 'font=Sans' : `fontfile=${escaped(fontFile)}`
  return (
    `drawtext=${font}:text=${escaped(text)}:expansion=none:fontsize=${letters}:x=${x}:y=${y}` +
    `:fontcolor=white@${opacity}:borderw=${Math.max(1, Math.round(letters / 16))}` +
    `:bordercolor=black@${Math.round(opacity * 60) / 100}`
  )
}

function lettersHeight(text: string, size: number, { width, height }: Size): number {
  const widest = Math.max(LETTER_WIDTH, ...text.split('\n').map(lineWidth))
  const fitting = (width * WIDEST_PART) / widest
  return Math.max(SMALLEST_LETTERS, Math.round(Math.min(height * size, fitting)))
}

/** In heights of a letter; long lines get smaller letters. */
function lineWidth(line: string): number {
  const widths = Array.from(line, (letter) => (WIDE_LETTER.test(letter) ? 1 : LETTER_WIDTH))
  return widths.reduce((sum, width) => sum + width, 0)
}

/** Once for the filter's own parser, once for the graph's. https://ffmpeg.org/ffmpeg-filters.html#Notes-on-filtergraph-escaping */
function escaped(text: string): string {
  const forFilter = text.replaceAll(/[\\':]/g, String.raw`\$&`)
  return forFilter.replaceAll(/[\\'[\],;\n]/g, String.raw`\$&`)
}
