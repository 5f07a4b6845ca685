import { MediaError } from '../errors.js'
import type { FilterRecipe } from '../recipe/filter_recipe.js'
import type { Abilities } from './plan_codec.js'

/** ffmpeg's filters without which one of ours cannot be made; those that every ffmpeg has are left out. */
const NEEDED: Partial<Record<FilterRecipe['kind'], string>> = {
  stabilise: 'deshake',
  text: 'drawtext',
  edges: 'edgedetect',
  denoise: 'hqdn3d',
  adjust: 'eq',
  enhance: 'eq',
}

/**
 * The filters that this machine's ffmpeg can do. Stabilising is passed over in words where it is missing.
 * @throws MediaError FILTER_MISSING for any other
 */
export function availableFilters(
  filters: FilterRecipe[],
  abilities: Abilities | null
): { filters: FilterRecipe[]; words: string[] } {
  const missing = filters.filter(({ kind }) => isMissing(kind, abilities))
  const fatal = missing.find(({ kind }) => kind !== 'stabilise')
  if (fatal) throw new MediaError('FILTER_MISSING', { detail: NEEDED[fatal.kind] })
  return {
    filters: filters.filter((filter) => !missing.includes(filter)),
    words: missing.map(() => 'not stabilised: this machine’s ffmpeg lacks deshake'),
  }
}

function isMissing(kind: FilterRecipe['kind'], abilities: Abilities | null): boolean {
  const needed = NEEDED[kind]
  return needed !== undefined && abilities !== null && !abilities.filters.includes(needed)
}
