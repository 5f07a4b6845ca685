import { normaliseRecipe } from '#media/stored_recipe'
import type { Recipe } from '#media/recipe'

export interface DefaultPreset {
  name: string
  title: string
  description: string
  recipe: Recipe
}

const POSTER = { width: 1280, atS: null }

/** The five presets every installation begins with; bit rates are ceilings in bit/s. */
export const DEFAULT_PRESETS: DefaultPreset[] = [
  {
    name: 'original',
    title: 'Original size',
    description: 'The picture untouched where browsers play it, else H.264 at the source’s size',
    recipe: recipe('original', null, { videoBitRate: null, audioBitRate: 128_000 }),
  },
  {
    name: 'high',
    title: 'High, 1080p',
    description: 'Up to 1920×1080 and 4 Mbit/s',
    recipe: recipe('high', [1920, 1080], { videoBitRate: 4_000_000, audioBitRate: 128_000 }),
  },
  {
    name: 'medium',
    title: 'Medium, 720p',
    description: 'Up to 1280×720 and 2.5 Mbit/s',
    recipe: recipe('medium', [1280, 720], { videoBitRate: 2_500_000, audioBitRate: 128_000 }),
  },
  {
    name: 'low',
    title: 'Low, 480p',
    description: 'Up to 854×480 and 1 Mbit/s',
    recipe: recipe('low', [854, 480], { videoBitRate: 1_000_000, audioBitRate: 96_000 }),
  },
  {
    name: 'mobile',
    title: 'Mobile, 360p',
    description: 'Up to 640×360 and 0.5 Mbit/s',
    recipe: recipe('mobile', [640, 360], { videoBitRate: 500_000, audioBitRate: 64_000 }),
  },
]

function recipe(
  name: string,
  box: [longSide: number, shortSide: number] | null,
  ceiling: { videoBitRate: number | null; audioBitRate: number }
): Recipe {
  const video = {
    policy: box ? ('encode' as const) : ('copy_if_web_safe' as const),
    maxLongSide: box?.[0] ?? null,
    maxShortSide: box?.[1] ?? null,
    maxBitRate: ceiling.videoBitRate,
  }
  const audio = { bitRate: ceiling.audioBitRate }
  return normaliseRecipe({ renditions: [{ name, video, audio }], poster: POSTER })
}
