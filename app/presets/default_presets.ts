import { normaliseRecipe, type StoredRendition } from '#media/recipe/stored_recipe'
import { webLadder, webRung } from '#media/plan/web_ladder'
import type { Recipe } from '#media/recipe/recipe'

export interface DefaultPreset {
  name: string
  title: string
  description: string
  recipe: Recipe
}

const POSTER = { width: 1280, atS: null }

/** The presets every installation begins with; bit rates are ceilings in bit/s. */
export const DEFAULT_PRESETS: DefaultPreset[] = [
  {
    name: 'original',
    title: 'Original size',
    description: 'The picture untouched where browsers play it, else H.264 at the source’s size',
    recipe: single({ name: 'original', video: {}, audio: { bitRate: 128_000 } }),
  },
  {
    name: 'high',
    title: 'High, 1080p',
    description: 'Up to 1920×1080 and 4 Mbit/s',
    recipe: boxed('high', [1920, 1080], { videoBitRate: 4_000_000, audioBitRate: 128_000 }),
  },
  {
    name: 'medium',
    title: 'Medium, 720p',
    description: 'Up to 1280×720 and 2.5 Mbit/s',
    recipe: boxed('medium', [1280, 720], { videoBitRate: 2_500_000, audioBitRate: 128_000 }),
  },
  {
    name: 'low',
    title: 'Low, 480p',
    description: 'Up to 854×480 and 1 Mbit/s',
    recipe: boxed('low', [854, 480], { videoBitRate: 1_000_000, audioBitRate: 96_000 }),
  },
  {
    name: 'mobile',
    title: 'Mobile, 360p',
    description: 'Up to 640×360 and 0.5 Mbit/s',
    recipe: boxed('mobile', [640, 360], { videoBitRate: 500_000, audioBitRate: 64_000 }),
  },
  ...[720, 480, 360].map(oneRung),
  {
    name: 'webm_720p',
    title: 'WebM, 720p',
    description: 'VP9 and Opus up to 1280×720 and 2 Mbit/s',
    recipe: single(modern('webm_720p', 'vp9', 2_000_000)),
  },
  {
    name: 'av1_720p',
    title: 'AV1, 720p',
    description: 'AV1 and AAC up to 1280×720 and 1.9 Mbit/s; H.264 where AV1 cannot be made',
    recipe: single(modern('av1_720p', 'av1', 1_900_000)),
  },
  {
    name: 'audio_mp3',
    title: 'Sound as MP3',
    description: 'The sound alone, up to 192 kbit/s',
    recipe: normaliseRecipe({
      renditions: [
        {
          name: 'audio_mp3',
          container: 'mp3',
          video: null,
          audio: { codecs: ['mp3'], bitRate: 192_000 },
        },
      ],
    }),
  },
  {
    name: 'web',
    title: 'Web ladder',
    description: '1080p, 720p, 480p and 360p, HLS of all four, and a storyboard',
    recipe: normaliseRecipe({
      renditions: webLadder(),
      poster: POSTER,
      hls: { name: 'hls', segmentS: 6 },
      storyboard: { tileWidth: 160, columns: 10, maxTiles: 100 },
    }),
  },
]

function oneRung(lines: number): DefaultPreset {
  const rung = webRung(lines)
  const kbits = (rung.video?.maxBitRate ?? 0) / 1000
  return {
    name: rung.name,
    title: rung.name,
    description: `Up to ${lines} lines and ${kbits} kbit/s`,
    recipe: single(rung),
  }
}

/** VP9 in WebM with Opus, or AV1 in MP4 with AAC; H.264 is what is left where the codec is not. */
function modern(name: string, codec: 'vp9' | 'av1', maxBitRate: number): StoredRendition {
  const isVp9 = codec === 'vp9'
  return {
    name,
    container: isVp9 ? 'webm' : 'mp4',
    video: {
      codecs: [codec, 'h264'],
      policy: 'encode',
      ...{ maxLongSide: 1280, maxShortSide: 720, maxBitRate },
    },
    audio: { codecs: isVp9 ? ['opus', 'aac'] : ['aac'], bitRate: 128_000 },
  }
}

function boxed(
  name: string,
  [maxLongSide, maxShortSide]: [longSide: number, shortSide: number],
  ceiling: { videoBitRate: number; audioBitRate: number }
): Recipe {
  const video = { maxLongSide, maxShortSide, maxBitRate: ceiling.videoBitRate }
  return single({ name, video, audio: { bitRate: ceiling.audioBitRate } })
}

function single(rendition: StoredRendition): Recipe {
  return normaliseRecipe({ renditions: [rendition], poster: POSTER })
}
