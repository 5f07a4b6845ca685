import { errors } from '@vinejs/vine'
import { normaliseRecipe, type StoredRecipe } from '#media/recipe/stored_recipe'
import type { Recipe } from '#media/recipe/recipe'
import { recipeFaults, type RecipeFault } from '#presets/recipe_faults'
import { recipeSchema } from '#presets/recipe_schema'
import { unknownFields } from '#presets/unknown_fields'

/**
 * Reads a recipe that somebody wrote; what it leaves out gets its usual value.
 *
 * @throws E_VALIDATION_ERROR with one message for each wrong field, by its path
 */
export async function validateRecipe(written: unknown): Promise<Recipe> {
  const known = await recipeSchema.validate(written)
  refuse(unknownFields(written, known))
  const recipe = normaliseRecipe(known as StoredRecipe)
  refuse(recipeFaults(recipe))
  return recipe
}

function refuse(faults: RecipeFault[]): void {
  if (faults.length === 0) return
  throw new errors.E_VALIDATION_ERROR(faults.map((fault) => ({ ...fault, rule: 'recipe' })))
}
