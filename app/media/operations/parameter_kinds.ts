/** A whole number within bounds. */
export function whole<const D extends number | null | undefined>(
  about: string,
  range: { min: number; max: number; default?: D }
) {
  return { kind: 'number' as const, about, isWhole: true, ...range } as {
    kind: 'number'
    about: string
    isWhole: boolean
    min: number
    max: number
    default: D
  }
}

/** A number within bounds. */
export function decimal<const D extends number | null | undefined>(
  about: string,
  range: { min: number; max: number; default?: D }
) {
  return { ...whole(about, range), isWhole: false }
}

/** One of some words. */
export function choice<const C extends readonly string[]>(
  about: string,
  choices: C,
  fallback?: C[number]
) {
  return { kind: 'choice' as const, about, choices, default: fallback }
}

/** How strong a filter works. */
export function strength(fallback: number) {
  return decimal('Strength, 0 (nothing) to 1 (most)', { min: 0, max: 1, default: fallback })
}

/** Seconds into a video: at most a week. */
export function moment<const D extends number | null | undefined>(about: string, fallback?: D) {
  return decimal(about, { min: 0, max: 604_800, default: fallback })
}
