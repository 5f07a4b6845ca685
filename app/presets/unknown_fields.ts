import type { RecipeFault } from '#presets/recipe_faults'

/** Fields that were given and that nobody knows: a misspelt `maxBitrate` must not pass for no limit at all. */
export function unknownFields(given: unknown, known: unknown, path: string[] = []): RecipeFault[] {
  if (!isObject(given) || !isObject(known)) return []
  return Object.keys(given).flatMap((key) => {
    const here = [...path, key]
    if (given[key] === null || given[key] === undefined) return []
    if (key in known) return unknownFields(given[key], known[key], here)
    return [
      { field: here.join('.'), message: `There is no field "${key}" here: check its spelling` },
    ]
  })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
