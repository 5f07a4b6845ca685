import type { MediaInfo } from '../probe/media_info.js'
import type { Recipe } from '../recipe/recipe.js'
import { readParameters, type Parameters, type Values } from './parameters.js'

/** Something that can be done to a video, with parameters instead of a preset. */
export interface Operation {
  /** What people type. */
  name: string
  title: string
  /** One sentence for people. */
  description: string
  parameters: Parameters
  /**
   * Checks parameters and says what to make of this source.
   * @param input names and values as they came from outside
   * @returns the parameters in full, defaults included, as plain data, and the recipe
   * @throws InvalidParameter naming field, value and range
   */
  prepare(input: unknown, info: MediaInfo): { parameters: Record<string, unknown>; recipe: Recipe }
  /** Only checks, for when the source is not known yet. @throws InvalidParameter */
  check(input: unknown): Record<string, unknown>
}

/** An operation from its parameters and a pure function from checked values to a recipe. */
export function defineOperation<const P extends Parameters>(definition: {
  name: string
  title: string
  description: string
  parameters: P
  /** @throws InvalidParameter for values that do not go together, whatever the source */
  refuse?: (values: Values<P>) => void
  /** @throws InvalidParameter for values that do not go together, or not with this source */
  toRecipe: (values: Values<P>, info: MediaInfo) => Recipe
}): Operation {
  const { toRecipe, refuse, ...told } = definition
  const checked = (input: unknown) => {
    const values = readParameters(definition.parameters, input)
    refuse?.(values)
    return values
  }
  return {
    ...told,
    check: (input) => ({ ...checked(input) }),
    prepare: (input, info) => {
      const values = checked(input)
      return { parameters: { ...values }, recipe: toRecipe(values, info) }
    },
  }
}
