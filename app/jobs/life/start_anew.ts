import { v7 as uuidv7 } from 'uuid'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { askedBy } from '#jobs/life/asked_by'
import { fairGroupOf, lastPlace } from '#jobs/lanes/fair_place'
import { needsOf } from '#jobs/life/asked_work'
import { markDismissed } from '#jobs/life/dismiss_jobs'
import { refreshVideoStatuses } from '#jobs/life/move_job'
import type { Actor } from '#accounts/actor'
import type { Recipe } from '#media/recipe/recipe'

/** A job whose preset has a newer version than the one it was asked with. */
export interface OutdatedJob {
  id: string
  videoId: number
  newest: { id: number; recipe: Recipe; workerTags: string[] | null }
  /** Which whoever asked wished, beside those of the preset. */
  ownTags: string[]
}

/** Those of the jobs that are outdated; jobs of an operation never are. */
export async function outdatedJobs(
  trx: TransactionClientContract,
  jobIds: string[]
): Promise<OutdatedJob[]> {
  const { rows } = await trx.rawQuery(
    `select jobs.id, jobs.video_id as "videoId", jsonb_build_object('id', newest.id, 'recipe', newest.recipe,
         'workerTags', newest.limits -> 'workerTags') as newest,
       array(select unnest(jobs.worker_tags) except
         select jsonb_array_elements_text(coalesce(asked.limits -> 'workerTags', '[]'))) as "ownTags"
     from jobs
       join preset_versions asked on asked.id = jobs.preset_version_id
       join lateral (
         select id, recipe, limits from preset_versions
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
  const alike = ({ newest, ownTags }: OutdatedJob) => [newest.id, ...ownTags.sort()].join()
  for (const jobs of Map.groupBy(outdated, alike).values()) {
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

/** For jobs of one version and the same own tags: a new one for each of their videos. */
async function insertNewest(
  trx: TransactionClientContract,
  jobs: OutdatedJob[],
  by: Actor
): Promise<string[]> {
  const [{ newest, ownTags }] = jobs
  const needs = needsOf(newest.recipe, newest.workerTags ?? [], ownTags)
  const fairGroup = fairGroupOf({ batchId: null, by })
  const videoIds = [...new Set(jobs.map(({ videoId }) => videoId))]
  const { rows } = await trx.rawQuery(
    `insert into jobs (id, video_id, preset_version_id, lane, worker_tags, payload_version, fair_group, place,
       requested_by, requested_via, request_id, trace_parent)
     select id, video_id, :versionId, :lane, :workerTags::text[], :payloadVersion, :fairGroup, :place + turn,
       :userId, :via, :requestId, :traceParent
     from unnest(:ids::uuid[], :videoIds::int[]) with ordinality as wanted (id, video_id, turn)
     where not exists (
       select from jobs twin
       where twin.video_id = wanted.video_id and twin.preset_version_id = :versionId
         and twin.status in ('queued', 'running'))
     returning id`,
    {
      ...{ versionId: newest.id, fairGroup, videoIds, ids: videoIds.map(() => uuidv7()) },
      ...needs,
      place: await lastPlace(trx, { lane: needs.lane, fairGroup }),
      ...{ userId: by.userId as number, via: by.via, ...(askedBy() as Record<string, string>) },
    }
  )
  return rows.map((row: { id: string }) => row.id)
}
