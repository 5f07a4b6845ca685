import db from '@adonisjs/lucid/services/db'

/** The tags that videos have, the most frequent first, at most `limit`. */
export async function listTags(limit: number): Promise<{ tag: string; videos: number }[]> {
  const { rows } = await db.rawQuery(
    `select tag, count(*) as videos from videos, unnest(tags) as tag
     group by tag order by videos desc, tag limit ?`,
    [limit]
  )
  return rows
}
