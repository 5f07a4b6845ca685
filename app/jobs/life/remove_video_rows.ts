import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** Who came last: whoever asked, the worker that was waited for, or the reconciler where neither did. */
export type EndedBy = 'request' | 'worker' | 'reconciler'

export interface RemovedVideos {
  videoIds: number[]
  /** Of all their files. */
  keys: string[]
}

/**
 * Removes marked videos with all that hangs on them, and tells the audit what each was. Those that are gone, not marked, or
 * whose job a worker holds are passed over.
 */
export async function removeVideoRows(
  trx: TransactionClientContract,
  videoIds: number[],
  endedBy: EndedBy
): Promise<RemovedVideos> {
  const ids = await removable(trx, videoIds)
  if (ids.length === 0) return { videoIds: [], keys: [] }
  const keys = await keysOf(trx, ids)
  await trx.rawQuery(TELL, { ids, endedBy })
  await trx.rawQuery('delete from jobs where video_id = any(:ids::int[])', { ids }) // first: counts of their bytes look at the video
  await trx.rawQuery('delete from videos where id = any(:ids::int[])', { ids })
  return { videoIds: ids, keys }
}

/**
 * Locked in the order in which everybody locks them. A worker whose lease ran out may live: its token fences it off, and it
 * removes what it kept.
 */
async function removable(trx: TransactionClientContract, ids: number[]): Promise<number[]> {
  const marked = await trx.rawQuery<{ rows: { id: number }[] }>(
    `select id from videos where id = any(:ids::int[]) and deletion_requested_at is not null
     order by id for update`,
    { ids }
  )
  const held = await trx.rawQuery<{ rows: { video_id: number }[] }>(
    `select video_id from jobs where video_id = any(:ids::int[])
       and status = 'running' and lease_expires_at >= now()`,
    { ids }
  )
  const isHeld = new Set(held.rows.map((row) => row.video_id))
  return marked.rows.map(({ id }) => id).filter((id) => !isHeld.has(id))
}

async function keysOf(trx: TransactionClientContract, ids: number[]): Promise<string[]> {
  const { rows } = await trx.rawQuery<{ rows: { key: string }[] }>(
    `select file_key as key from renditions where video_id = any(:ids::int[])
     union select file ->> 'key' from renditions, jsonb_array_elements(files) as file
       where video_id = any(:ids::int[])
     union select poster_key from videos where id = any(:ids::int[]) and poster_key is not null
     union select original_key from videos where id = any(:ids::int[])`,
    { ids }
  )
  return rows.map(({ key }) => key)
}

/** Enough ids of jobs to recognise what was meant. */
const SOME_JOBS = 20

/** Whoever asked may have been removed while a job was waited for: the name is kept. */
const TELL = `
  insert into audit (user_id, actor, via, action, subject_type, subject_id, details)
  select (select id from users where id = (deletion_requested_by ->> 'userId')::int),
    deletion_requested_by ->> 'name', deletion_requested_by ->> 'via', 'video.deleted', 'video', id,
    jsonb_build_object('title', title, 'originalName', original_name, 'sizeBytes', size_bytes, 'sha256', sha256,
      'renditions', array(select name from renditions where video_id = videos.id order by renditions.id),
      'jobs', (select count(*) from jobs where video_id = videos.id),
      'jobIds', array(select jobs.id from jobs where video_id = videos.id order by jobs.id limit ${SOME_JOBS}),
      'endedBy', :endedBy::text)
  from videos where id = any(:ids::int[]) order by videos.id`
