import type { TextWatermark } from '../recipe/filter_recipe.js'
import type { Size } from '../plan/rendition_size.js'
import { watermarkPlace } from './watermark_place.js'

const NAMES = {
  thing: { width: 'tw', height: 'th' },
  picture: { width: 'w', height: 'h' },
}
/** A letter is about this much as wide as high; long lines get smaller letters. */
const LETTER_WIDTH = 0.6
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
  const longest = Math.max(1, ...text.split('\n').map((line) => line.length))
  const fitting = (width * WIDEST_PART) / (LETTER_WIDTH * longest)
  return Math.max(SMALLEST_LETTERS, Math.round(Math.min(height * size, fitting)))
}

/** Once for the filter's own parser, once for the graph's. https://ffmpeg.org/ffmpeg-filters.html#Notes-on-filtergraph-escaping */
function escaped(text: string): string {
  const forFilter = text.replaceAll(/[\\':]/g, String.raw`\$&`)
  return forFilter.replaceAll(/[\\'[\],;\n]/g, String.raw`\$&`)
}
