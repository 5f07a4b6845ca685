import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import DeleteVideo from '#jobs/life/delete_video'
import { ROWS_A_ROUND, type Finding, type Repair } from '#jobs/repair/repair'

interface UnfinishedDeletion extends Finding {
  videoId: number
}

/** Videos that somebody deleted and that nobody removed when their last job had stopped. */
@inject()
export default class UnfinishedDeletions implements Repair<UnfinishedDeletion> {
  readonly kind = 'unfinished_deletions'
  /** The removal of the rows says `video.deleted`, by whom it was asked for and that the reconciler ended it. */
  readonly action = null
  readonly everyS = 0

  constructor(private deleteVideo: DeleteVideo) {}

  async find(): Promise<UnfinishedDeletion[]> {
    const { rows } = await db.rawQuery(LEFT)
    return rows.map((row: { id: number; title: string }) => ({
      subject: { type: 'video', id: row.id },
      what: `Video ${row.id} was deleted and is still there though no worker holds a job of it`,
      details: { title: row.title },
      videoId: row.id,
    }))
  }

  repair({ videoId }: UnfinishedDeletion) {
    return this.deleteVideo.finish(videoId, 'reconciler')
  }
}

const LEFT = `
  select id, title from videos
  where deletion_requested_at < now() - interval '3 seconds'
    and not exists (select from jobs where jobs.video_id = videos.id
      and jobs.status = 'running' and lease_expires_at >= now())
  order by id limit ${ROWS_A_ROUND}`
