import db from '@adonisjs/lucid/services/db'
import { ownedKeys } from '#jobs/repair/owned_keys'
import type { ShownFile } from '#app/library/stored_files'

const VIDEO_OF_KEY = /^renditions\/(\d{1,9})\//

/** Of those of the keys that belong to rows, what the rows say of their bytes. */
export async function rowsOf(keys: string[]): Promise<Map<string, ShownFile>> {
  const owned = await ownedKeys(keys)
  const videoIds = [...new Set(keys.flatMap((key) => VIDEO_OF_KEY.exec(key)?.[1] ?? []))].map(
    Number
  )
  const { rows } = await db.rawQuery<{ rows: ShownFile[] }>(HASHES, { keys, videoIds })
  const said = new Map(rows.map((row) => [row.key, row]))
  const unsaid = (key: string): ShownFile => ({ key, sizeBytes: null, sha256: null })
  return new Map([...owned].map((key) => [key, said.get(key) ?? unsaid(key)]))
}

const HASHES = `
  select original_key as key, size_bytes as "sizeBytes", sha256::text from videos where original_key = any(:keys::text[])
  union all select key, size_bytes, sha256 from watermarks where key = any(:keys::text[])
  union all select file ->> 'key', (file ->> 'sizeBytes')::bigint, file ->> 'sha256'
    from renditions, jsonb_array_elements(files) as file where video_id = any(:videoIds::int[])`
