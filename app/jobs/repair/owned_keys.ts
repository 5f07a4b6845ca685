import db from '@adonisjs/lucid/services/db'

const VIDEO_OF_KEY = /^renditions\/(\d{1,9})\//

/** Those of the keys that a row shows, or that an attempt which runs now is about to show. */
export async function ownedKeys(keys: string[]): Promise<Set<string>> {
  const { rows } = await db.rawQuery(OWNED, { keys, videoIds: videosIn(keys) })
  return new Set(rows.map((row: { key: string }) => row.key))
}

function videosIn(keys: string[]): number[] {
  const ids = keys.map((key) => Number(VIDEO_OF_KEY.exec(key)?.[1]))
  return [...new Set(ids.filter((id) => id > 0))]
}

const OWNED = `
  with shown as (
    select original_key as key from videos where original_key = any(:keys::text[])
    union all select poster_key from videos where id = any(:videoIds::int[])
    union all select key from watermarks where key = any(:keys::text[])
    union all select file_key from renditions where video_id = any(:videoIds::int[])
    union all select file ->> 'key' from renditions, jsonb_array_elements(files) as file
      where video_id = any(:videoIds::int[]))
  select key from unnest(:keys::text[]) as key
  where key in (select key from shown) or exists (
    select from jobs where status = 'running'
      and starts_with(key, 'renditions/' || video_id || '/' || jobs.id || '-' || lease_token || '/'))`
