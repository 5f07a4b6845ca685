import type { FilterRecipe, ImageWatermark } from '../recipe/filter_recipe.js'
import type { Size } from '../plan/rendition_size.js'
import { drawText } from './text_filter.js'
import { watermarkPlace, watermarkSize } from './watermark_place.js'
import { MARKS, TO_RGB, TO_YUV } from '../plan/web_picture.js'

export interface FilterContext extends Size {
  /** Makes labels of this rendition's own. */
  label: string
  /** Place of the watermark's picture among the inputs, or null. */
  watermarkInput: number | null
  /** A font file for text, or null to let fontconfig choose. */
  fontFile: string | null
}

/** Part of the picture's height that the strongest blur spreads over. */
const MOST_BLUR = 0.04
const MOST_SHARPENING = 3
const MOST_DENOISING = 12
/** The colours of the video's own matrix: overlay alone would take the one of old television. */
const AS_VIDEO = 'out_color_matrix=bt709:out_range=tv,format=yuva420p'
const OVERLAY_NAMES = {
  thing: { width: 'w', height: 'h' },
  picture: { width: 'W', height: 'H' },
}

/** Filters in a chain, each from the one before; begins and ends with a plain yuv420p picture. */
export function pictureFilters(filters: readonly FilterRecipe[], context: FilterContext): string {
  return filters
    .map((filter, index) => oneFilter(filter, { ...context, label: `${context.label}f${index}` }))
    .filter((step) => step !== '')
    .join(',')
}

function oneFilter(filter: FilterRecipe, context: FilterContext): string {
  switch (filter.kind) {
    case 'text':
      return drawText(filter, context)
    case 'image':
      return overlay(filter, context)
    case 'adjust':
      return `eq=contrast=${filter.contrast}:brightness=${filter.brightness}:saturation=${filter.saturation}`
    case 'blur':
      return `gblur=sigma=${round(filter.strength * MOST_BLUR * context.height)}:steps=2`
    case 'sharpen':
      return `unsharp=5:5:${round(filter.strength * MOST_SHARPENING)}:5:5:0`
    case 'denoise':
      return `hqdn3d=${round(filter.strength * MOST_DENOISING)}`
    default:
      return PLAIN[filter.kind]
  }
}

/**
 * Filters without parameters. Deinterlacing is done before sizing, for all renditions. Sepia has the usual weights,
 * 0.865 of them, for with all of them light parts burn out. Enhancing bends the tones like an S that ends where they
 * did: more contrast in the middle, and neither shadows nor lights cut off. Stabilising looks at blocks of little
 * contrast too: with deshake's own 125 most pictures have none, and nothing is held.
 */
const PLAIN = {
  grayscale: 'hue=s=0',
  sepia: `${TO_RGB},colorchannelmixer=.34:.665:.163:0:.302:.593:.145:0:.231:.454:.111,${TO_YUV}`,
  edges: `edgedetect=low=0.06:high=0.16,${TO_YUV},hue=s=0`,
  enhance: `lutyuv=y='val-219*0.25/(2*PI)*sin(2*PI*(val-16)/219)',eq=saturation=1.15,unsharp=5:5:0.8:5:5:0`,
  deinterlace: '',
  stabilise: 'deshake=rx=32:ry=32:edge=mirror:contrast=20',
} as const

/** The one picture stays for the whole length; it is sized for this rendition. */
function overlay(
  filter: ImageWatermark,
  { label, watermarkInput, ...size }: FilterContext
): string {
  const { width, height } = watermarkSize(filter, size)
  const picture =
    `[${watermarkInput}:v:0]format=rgba,colorchannelmixer=aa=${filter.opacity},` +
    `scale=w=${width}:h=${height}:flags=lanczos:${AS_VIDEO}[${label}w]`
  const { x, y } = watermarkPlace(filter, size, OVERLAY_NAMES)
  return `null[${label}b];${picture};[${label}b][${label}w]overlay=x=${x}:y=${y}:format=yuv420,${MARKS}`
}

function round(value: number): number {
  return Math.max(0.01, Math.round(value * 100) / 100)
}
