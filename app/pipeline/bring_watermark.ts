import { join } from 'node:path'
import Watermark from '#watermarks/watermark'
import { watermarkIn } from '#jobs/life/needed_watermarks'
import { FileDamaged, FileMissing } from '#storage/errors'
import type { Recipe } from '#media/recipe/recipe'
import type { MediaStore } from '#storage/media_store'

/** The picture that the job was asked with is gone, its record or its bytes. */
export class WatermarkMissing extends Error {
  constructor(id: string, options?: ErrorOptions) {
    super(`watermark ${id}`, options)
  }
}

/**
 * Brings the picture that a recipe lays over its renditions into the attempt's folder.
 *
 * @returns its path, without an extension as it was looked at; null where the recipe needs none
 * @throws WatermarkMissing
 */
export async function bringWatermark(
  store: MediaStore,
  recipe: Recipe,
  { folder, signal }: { folder: string; signal: AbortSignal }
): Promise<string | null> {
  const id = watermarkIn(recipe)
  if (id === null) return null
  const watermark = await Watermark.find(id)
  if (!watermark) throw new WatermarkMissing(id)
  const path = join(folder, 'watermark')
  await store.bring(watermark.key, path, signal).catch((cause) => {
    throw cause instanceof FileMissing || cause instanceof FileDamaged
      ? new WatermarkMissing(id, { cause })
      : cause
  })
  return path
}
