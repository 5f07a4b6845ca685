import { MediaError } from '#media/errors'
import { chooseAudioCodec, chooseVideoCodec, type Abilities } from '#media/plan/plan_codec'
import type { Recipe, RenditionRecipe } from '#media/recipe/recipe'

/** ffmpeg's filters, by what cannot be made without them. */
export const FILTERS_BY_USE: Record<string, string[]> = {
  'every rendition': ['scale', 'format', 'setsar', 'fps', 'aresample'],
  'HDR sources': ['zscale', 'tonemap'],
  'interlaced sources': ['idet', 'bwdif'],
  'posters and storyboards': ['thumbnail', 'tile', 'select'],
  'loudness': ['ebur128', 'loudnorm'],
  'pictures of sound': ['showwavespic'],
  'watermarks and titles': ['overlay', 'drawtext'],
  'enhancing and stabilising': ['hqdn3d', 'unsharp', 'eq', 'gblur', 'colorchannelmixer', 'deshake'],
  'the proof of likeness': ['ssim'],
}

/** What this ffmpeg lacks for a recipe, in words; empty where it can make all of it. Pure. */
export function lacksFor(recipe: Recipe, abilities: Abilities): string[] {
  const lacking = recipe.renditions.flatMap((rendition) => lacksForOne(rendition, abilities))
  return [...new Set(lacking)]
}

function lacksForOne(rendition: RenditionRecipe, abilities: Abilities): string[] {
  const { video, audio, container, still } = rendition
  const isStill = still !== null
  const options = { abilities, withoutCodecs: [], isStill }
  return [
    ...lackOf(() => video && chooseVideoCodec(video.codecs, container, options)),
    ...lackOf(() => audio && chooseAudioCodec(audio.codecs, container, abilities)),
  ]
}

function lackOf(choose: () => unknown): string[] {
  try {
    choose()
    return []
  } catch (error) {
    if (error instanceof MediaError) return [error.message]
    throw error
  }
}

/** Filters that are missing, with what cannot be made for that. Pure. */
export function lackingFilters({ filters }: Abilities): { use: string; missing: string[] }[] {
  return Object.entries(FILTERS_BY_USE)
    .map(([use, needed]) => ({ use, missing: needed.filter((one) => !filters.includes(one)) }))
    .filter(({ missing }) => missing.length > 0)
}
