import type { AudioRecipe, Recipe, VideoRecipe } from '../recipe/recipe.js'
import { normaliseRecipe, type StoredRecipe } from '../recipe/stored_recipe.js'
import type { Container } from '../recipe/formats.js'

export interface Moving {
  name: string
  container?: Container
  video?: Partial<VideoRecipe>
  /** Left out: AAC of at most 128 kbit/s; null: no sound. */
  audio?: Partial<AudioRecipe> | null
  trim?: StoredRecipe['trim']
}

/** One rendition with pictures that move, web-safe where nothing else is said. */
export function movingRecipe({ name, container, video, audio = {}, trim = null }: Moving): Recipe {
  return normaliseRecipe({ renditions: [{ name, container, video: video ?? {}, audio }], trim })
}

/** One rendition without pictures, in the container's own codec. */
export function soundRecipe(sound: { name: string; container: Container } & Pick<Moving, 'trim'>) {
  const { name, container, trim = null } = sound
  const audio = { bitRate: 192_000 }
  return normaliseRecipe({ renditions: [{ name, container, video: null, audio }], trim })
}

/** One rendition whose pictures are changed, and encoded with care. */
export function changedRecipe(name: string, filters: VideoRecipe['filters']): Recipe {
  return movingRecipe({ name, video: { policy: 'encode', crf: 21, filters } })
}
