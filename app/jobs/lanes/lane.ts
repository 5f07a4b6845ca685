import type { Recipe, RenditionRecipe } from '#media/recipe/recipe'

/** `quick`: pictures and storyboards, over in seconds; `encode`: films and sound, up to hours. */
export const LANES = ['quick', 'encode'] as const
export type Lane = (typeof LANES)[number]

/** So that a picture does not wait behind a film, each has a lane of its own. Pure. */
export function laneOf({ renditions }: Pick<Recipe, 'renditions'>): Lane {
  return renditions.every(isPicture) ? 'quick' : 'encode'
}

function isPicture({ video, still }: RenditionRecipe): boolean {
  return video !== null && still !== null
}
