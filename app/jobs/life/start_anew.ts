import { v7 as uuidv7 } from 'uuid'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { fairGroupOf, lastPlace } from '#jobs/lanes/fair_place'
import { laneOf } from '#jobs/lanes/lane'
import { markDismissed } from '#jobs/life/dismiss_jobs'
import { refreshVideoStatuses } from '#jobs/life/move_job'
import type { Actor } from '#accounts/actor'
import type { Recipe } from '#media/recipe/recipe'

/** A job whose preset has a newer version than the one it was asked with. */
export interface OutdatedJob {
  id: string
  videoId: number
  newest: { id: number; recipe: Recipe }
}

/** Those of the jobs that are outdated; jobs of an operation never are. */
export async function outdatedJobs(
  trx: TransactionClientContract,
  jobIds: string[]
): Promise<OutdatedJob[]> {
  const { rows } = await trx.rawQuery(
    `select jobs.id, jobs.video_id as "videoId", jsonb_build_object('id', newest.id, 'recipe', newest.recipe) as newest
     from jobs
       join preset_versions asked on asked.id = jobs.preset_version_id
       join lateral (
         select id, recipe from preset_versions
         where preset_id = asked.preset_id order by version desc limit 1) newest on newest.id <> asked.id
     where jobs.id = any(?::uuid[])`,
    [jobIds]
  )
  return rows
}

/**
 * Starts a new job of the newest version in place of each, which is dismissed. The caller's transaction holds the videos;
 * work that waits or runs already is not started twice.
 *
 * @returns the ids of the new jobs
 */
export async function startAnew(
  trx: TransactionClientContract,
  outdated: OutdatedJob[],
  by: Actor
): Promise<string[]> {
  const jobIds: string[] = []
  for (const jobs of Map.groupBy(outdated, ({ newest }) => newest.id).values()) {
    jobIds.push(...(await insertNewest(trx, jobs, by)))
  }
  await markDismissed(
    trx,
    outdated.map(({ id }) => id),
    by
  )
  const videoIds = outdated.map(({ videoId }) => videoId)
  await refreshVideoStatuses(trx, videoIds)
  return jobIds
}

/** For jobs of one version: a new one for each of their videos. */
async function insertNewest(
  trx: TransactionClientContract,
  jobs: OutdatedJob[],
  by: Actor
): Promise<string[]> {
  const [{ newest }] = jobs
  const lane = laneOf(newest.recipe)
  const fairGroup = fairGroupOf({ batchId: null, by })
  const videoIds = [...new Set(jobs.map(({ videoId }) => videoId))]
  const { rows } = await trx.rawQuery(
    `insert into jobs (id, video_id, preset_version_id, lane, fair_group, place, requested_by, requested_via)
     select id, video_id, :versionId, :lane, :fairGroup, :place + turn, :userId, :via
     from unnest(:ids::uuid[], :videoIds::int[]) with ordinality as wanted (id, video_id, turn)
     where not exists (
       select from jobs twin
       where twin.video_id = wanted.video_id and twin.preset_version_id = :versionId
         and twin.status in ('queued', 'running'))
     returning id`,
    {
      ...{ versionId: newest.id, lane, fairGroup, videoIds, ids: videoIds.map(() => uuidv7()) },
      place: await lastPlace(trx, { lane, fairGroup }),
      ...{ userId: by.userId as number, via: by.via },
    }
  )
  return rows.map((row: { id: string }) => row.id)
}
