import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Recipe } from '#media/recipe/recipe'
import { WatermarkNotFound } from '#watermarks/errors'

const IN_RECIPE = '$.renditions[*].video.filters[*] ? (@.pictureId == $id)'

/** Id of the picture that a recipe lays over its renditions, or null. */
export function watermarkIn(recipe: Recipe | null): string | null {
  const filters = recipe?.renditions.flatMap(({ video }) => video?.filters ?? []) ?? []
  const images = filters.flatMap((filter) => (filter.kind === 'image' ? [filter] : []))
  return images.find(({ pictureId }) => pictureId !== undefined)?.pictureId ?? null
}

/** How many jobs that wait or run need the picture. */
export async function jobsNeeding(trx: TransactionClientContract, id: string): Promise<number> {
  const { rows } = await trx.rawQuery(
    `select count(*)::int as count
     from jobs left join preset_versions on preset_versions.id = jobs.preset_version_id
     where jobs.status in ('queued', 'running') and jsonb_path_exists(
       coalesce(jobs.recipe, preset_versions.recipe), ?::jsonpath, jsonb_build_object('id', ?::text))`,
    [IN_RECIPE, id]
  )
  return rows[0].count
}

/** Keeps the picture of a recipe from being removed until the transaction ends. @throws WatermarkNotFound */
export async function holdWatermark(trx: TransactionClientContract, recipe: Recipe | null) {
  const id = watermarkIn(recipe)
  if (id === null) return
  const held = await trx.from('watermarks').where({ id }).forShare().select('id').first()
  if (!held) throw new WatermarkNotFound(id, [])
}
