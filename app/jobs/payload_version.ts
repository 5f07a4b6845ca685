import type { Recipe } from '#media/recipe/recipe'

/**
 * What this program understands of a job's row. Raise it when a recipe, or what stands beside it, may say something that
 * workers of the version before would do wrong or fail at, and say below which jobs that concerns.
 */
export const PAYLOAD_VERSION = 1

/** Something that a version of jobs brought, newest last. */
export interface PayloadChange {
  version: number
  /** Whether a job needs a worker that knows of the change. */
  concerns: (recipe: Recipe) => boolean
}

/** Empty while there is one version: see docs/adr/0015-many-machines.md. */
export const PAYLOAD_CHANGES: readonly PayloadChange[] = []

/** The version that a worker must understand to do the recipe: as low as it can be, so that old workers help. Pure. */
export function payloadVersionOf(recipe: Recipe, changes = PAYLOAD_CHANGES): number {
  const concerned = changes.filter(({ concerns }) => concerns(recipe))
  return Math.max(1, ...concerned.map(({ version }) => version))
}
