import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { MAX_TAGS } from '#videos/edit_video'
import type { Actor } from '#accounts/actor'

export type RowChange = 'tag' | 'untag' | 'archive' | 'unarchive'

/** Each passes over what is so already. */
const CHANGES: Record<RowChange, string> = {
  tag: `tags = tags || :tag::text where not tags @> array[:tag::text] and cardinality(tags) < ${MAX_TAGS} and`,
  untag: 'tags = array_remove(tags, :tag) where tags @> array[:tag::text] and',
  archive: 'archived_at = now(), archived_by = :name where archived_at is null and',
  unarchive: 'archived_at = null, archived_by = null where archived_at is not null and',
}

/** @returns the videos that were changed */
export async function changeRows(
  trx: TransactionClientContract,
  of: { change: RowChange; videoIds: number[]; tag: string | null; by: Actor }
): Promise<number[]> {
  const { rows } = await trx.rawQuery(
    `update videos set updated_at = now(), ${CHANGES[of.change]}
       id = any(:ids::int[]) and deletion_requested_at is null returning id`,
    { tag: of.tag as string, name: of.by.name, ids: of.videoIds }
  )
  return rows.map((row: { id: number }) => row.id)
}
