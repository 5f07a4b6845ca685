import db from '@adonisjs/lucid/services/db'
import { refreshVideoStatuses } from '#jobs/life/move_job'
import { ROWS_A_ROUND, type Finding, type Repair } from '#jobs/repair/repair'

interface WrongStatus extends Finding {
  videoId: number
}

/** Videos whose status is not what their jobs say. */
export default class WrongVideoStatuses implements Repair<WrongStatus> {
  readonly kind = 'wrong_video_statuses'
  readonly action = 'video.status_corrected'
  readonly everyS = 600

  async find(): Promise<WrongStatus[]> {
    const { rows } = await db.rawQuery(WRONG)
    return rows.map((row: { id: number; status: string; truth: string }) => ({
      subject: { type: 'video', id: row.id },
      what: `Video ${row.id} is said to be ${row.status}, and its jobs say ${row.truth}`,
      details: { was: row.status, is: row.truth },
      videoId: row.id,
    }))
  }

  async repair({ videoId }: WrongStatus) {
    return db.transaction(async (trx) => {
      const video = trx.from('videos').where('id', videoId).select('status')
      const before = await video.clone().forUpdate().first()
      if (!before) return false
      await refreshVideoStatuses(trx, [videoId])
      return (await video.first()).status !== before.status
    })
  }
}

const WRONG = `
  select videos.id, videos.status, coalesce(told.status, 'pending') as truth
  from videos left join (
    select video_id, case
      when bool_or(status = 'running') then 'processing'
      when bool_or(status = 'queued') then 'queued'
      else (array_agg(status order by finished_at desc))[1] end as status
    from jobs group by video_id) told on told.video_id = videos.id
  where videos.status <> coalesce(told.status, 'pending')
  order by videos.id limit ${ROWS_A_ROUND}`
