import { isDeepStrictEqual } from 'node:util'
import type { PresetLimits } from '#presets/preset_limits'
import type { Recipe } from '#media/recipe/recipe'

/** One field that two versions say differently; undefined: the version does not say it. */
export interface Difference {
  /** Null: of the preset as a whole. */
  rendition: string | null
  /** Such as `video.maxBitRate`, `limits.hardTimeS`. */
  path: string
  before: unknown
  after: unknown
}

interface Version {
  recipe: Recipe
  limits: PresetLimits
}

/** What changed from one version to another, field by field; renditions are told apart by their names. Pure. */
export function recipeDifferences(before: Version, after: Version): Difference[] {
  const [old, fresh] = [entriesOf(before), entriesOf(after)]
  const keys = new Set([...old.keys(), ...fresh.keys()])
  return [...keys]
    .filter((key) => !isDeepStrictEqual(old.get(key)?.value, fresh.get(key)?.value))
    .map((key) => {
      const { rendition, path } = (fresh.get(key) ?? old.get(key))!
      return { rendition, path, before: old.get(key)?.value, after: fresh.get(key)?.value }
    })
}

interface Entry {
  rendition: string | null
  path: string
  value: unknown
}

function entriesOf({ recipe, limits }: Version): Map<string, Entry> {
  const { renditions, ...rest } = recipe
  const entries = [
    ...renditions.flatMap(({ name, ...rendition }) => flat(name, rendition)),
    ...flat(null, { ...rest, limits }),
  ]
  return new Map(entries.map((entry) => [`${entry.rendition}/${entry.path}`, entry]))
}

/** Null is what is not there: no poster, no ceiling. */
function flat(rendition: string | null, of: object, path: string[] = []): Entry[] {
  return Object.entries(of).flatMap(([key, value]) => {
    if (value === null || value === undefined) return []
    const here = [...path, key]
    const isNested = typeof value === 'object' && !Array.isArray(value)
    return isNested ? flat(rendition, value, here) : [{ rendition, path: here.join('.'), value }]
  })
}
