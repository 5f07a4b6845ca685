import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import prettyBytes from 'pretty-bytes'
import DeleteVideo from '#jobs/life/delete_video'
import { counted } from '#jobs/repair/repair'
import { VideoNotFound } from '#videos/errors'
import type { Actor } from '#accounts/actor'

export interface RetentionRules {
  /** Videos that failed and of which nothing was ever published; null: they are kept. */
  failedAfterDays: number | null
  /** Null: archived videos are kept. */
  archivedAfterDays: number | null
}

export interface RetentionRequest {
  rules: RetentionRules
  /** In one run, those that are due for longest first. */
  maxVideos: number
  /** Deletes nothing, and tells what it would. */
  isDryRun: boolean
  by: Actor
  signal?: AbortSignal
}

export interface DueVideo {
  id: number
  title: string
  rule: 'failed' | 'archived'
  /** Of the original and all renditions. */
  sizeBytes: number
}

export interface RetentionResult {
  /** Deleted, or what would be. */
  due: DueVideo[]
  isDryRun: boolean
  /** Due too, but left for the next run. */
  left: number
}

/** Deletes videos that nobody needs any more, by rules of age, in the way in which people delete them. */
@inject()
export default class ApplyRetention {
  constructor(private deleteVideo: DeleteVideo) {}

  /** @throws the signal's reason; what was deleted until then is gone */
  async handle(request: RetentionRequest): Promise<RetentionResult> {
    const { rules, maxVideos, isDryRun, by, signal } = request
    const all = await dueVideos(rules, maxVideos + 1)
    const due = all.slice(0, maxVideos)
    const left = all.length > maxVideos ? (await countDue(rules)) - maxVideos : 0
    if (isDryRun) return { due, isDryRun, left }
    const deleted: DueVideo[] = []
    for (const video of due) {
      signal?.throwIfAborted()
      if (await this.#delete(video, rules, by)) deleted.push(video)
    }
    return { due: deleted, isDryRun, left }
  }

  /** Looks again: somebody may have retried, restored or deleted it meanwhile. */
  async #delete({ id }: DueVideo, rules: RetentionRules, by: Actor): Promise<boolean> {
    const [still] = await dueVideos(rules, 1, id)
    if (!still) return false
    try {
      await this.deleteVideo.handle({ videoId: id, by })
      return true
    } catch (error) {
      if (error instanceof VideoNotFound) return false
      throw error
    }
  }
}

/** What was deleted or would be, in words. */
export function retentionWords({ due, isDryRun, left }: RetentionResult): string {
  if (due.length === 0) return 'No video is old enough to be deleted.'
  const of = (rule: DueVideo['rule']) => due.filter((video) => video.rule === rule).length
  const sizeBytes = due.reduce((sum, video) => sum + video.sizeBytes, 0)
  const kinds = (['failed', 'archived'] as const)
    .filter((rule) => of(rule) > 0)
    .map((rule) => `${of(rule)} ${rule}`)
  const what = `${counted(due.length, 'video')} (${kinds.join(', ')}), ${prettyBytes(sizeBytes)}`
  const rest = left > 0 ? ` ${counted(left, 'other')} ${left === 1 ? 'is' : 'are'} due too.` : ''
  return `${isDryRun ? 'Would delete' : 'Deleted'} ${what}.${rest}`
}

const DUE = `
  select id, title, rule, since from (
    select id, title, 'failed' as rule,
      (select max(finished_at) from jobs where jobs.video_id = videos.id) as since
    from videos
    where status = 'failed' and deletion_requested_at is null
      and not exists (select from renditions where renditions.video_id = videos.id)
  ) as failed where since < now() - :failedAfterDays::int * interval '1 day'
  union
  select id, title, 'archived', archived_at from videos
  where archived_at < now() - :archivedAfterDays::int * interval '1 day'
    and deletion_requested_at is null and status not in ('queued', 'processing')`

/** @param videoId only this one; left out: all */
async function dueVideos(
  rules: RetentionRules,
  limit: number,
  videoId?: number
): Promise<DueVideo[]> {
  const { rows } = await db.rawQuery<{ rows: DueVideo[] }>(
    `with due as (${DUE})
     select distinct on (due.since, due.id) due.id, due.title, due.rule, videos.size_bytes + coalesce(
       (select sum(size_bytes) from renditions where video_id = due.id), 0)::bigint as "sizeBytes"
     from due join videos on videos.id = due.id
     where :videoId::int is null or due.id = :videoId
     order by due.since, due.id limit :limit`,
    { ...bindings(rules), limit, videoId: (videoId ?? null) as number }
  )
  return rows
}

async function countDue(rules: RetentionRules): Promise<number> {
  const { rows } = await db.rawQuery(
    `select count(distinct id) as n from (${DUE}) as due`,
    bindings(rules)
  )
  return rows[0].n
}

/** No rule: nothing is older than null days. */
function bindings({ failedAfterDays, archivedAfterDays }: RetentionRules) {
  return {
    failedAfterDays: failedAfterDays as number,
    archivedAfterDays: archivedAfterDays as number,
  }
}
