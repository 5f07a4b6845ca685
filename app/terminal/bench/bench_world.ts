import { randomBytes } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { WrongUsage } from '#app/terminal/errors'

/** @throws WrongUsage where the database holds anything that people put there */
export async function requireEmptyDatabase(): Promise<void> {
  const { rows } = await db.rawQuery(
    'select exists (select from videos) or exists (select from jobs) as "isUsed"'
  )
  if (!rows[0].isUsed) return
  throw new WrongUsage(
    'this database has videos or jobs: ./ace bench jobs makes an empty one of its own'
  )
}

/** Records without bytes, for what never opens them. @returns their ids, rising */
export async function addVideos(count: number): Promise<number[]> {
  const { rows } = await db.rawQuery(
    `insert into videos (title, original_name, original_key, size_bytes, sha256, status, container,
       duration_s, width, height, video_codec, has_audio, media_info)
     select 'Bench', 'bench.mp4', :run || '/' || n, 1000, repeat('0', 64), 'pending', 'mp4',
       10, 1280, 720, 'h264', false, '{"durationS": 10}'
     from generate_series(1, :count::int) as n returning id`,
    { run: `bench/${randomBytes(8).toString('hex')}`, count }
  )
  return rows.map((row: { id: number }) => row.id)
}

/** Takes everything away that a measurement left; presets stay. */
export async function emptyDatabase(): Promise<void> {
  await db.rawQuery(
    'truncate jobs, attempts, renditions, batches, videos, audit, event_outbox, events cascade'
  )
  await db.from('lanes').update({ virtual_time: 0 })
}
