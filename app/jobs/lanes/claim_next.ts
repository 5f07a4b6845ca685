import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { IN_LINE } from '#jobs/lanes/in_line'
import { PLAIN, type Abilities } from '#jobs/lanes/abilities'
import { takeJob } from '#jobs/life/claim_job'
import { isWithinWindows } from '#jobs/windows/lane_windows'
import type { JobLease } from '#jobs/life/job_lease'
import type { Lane } from '#jobs/lanes/lane'

/** Others may take a candidate or cancel it meanwhile; after so many the worker looks again later. */
const CANDIDATES = 5

/**
 * Takes the job whose turn it is in a lane, of those that the worker may take. One claim at a time in each lane, so that its concurrency holds over all
 * workers.
 *
 * @returns null where nothing is due, the lane or the whole queue is paused, outside its work windows, or runs as much as it may
 */
export async function claimNext(
  lane: Lane,
  workerId: string,
  able: Abilities = PLAIN
): Promise<JobLease | null> {
  return db.transaction(async (trx) => {
    if (!(await isOpen(trx, lane)) || !(await isWithinWindows(trx, lane))) return null
    for (const { id, rank } of await candidates(trx, lane, able)) {
      const lease = await takeJob(trx, id, workerId)
      if (!lease) continue
      await advance(trx, lane, rank)
      return lease
    }
    return null
  })
}

/** Locks the lane, and with it its turn; new jobs may be added meanwhile. */
async function isOpen(trx: TransactionClientContract, lane: Lane): Promise<boolean> {
  const { rows } = await trx.rawQuery(
    `select name, paused_at, concurrency, breaker_cause is not null as is_stopped,
       breaker_until > now() as is_waiting
     from lanes where name in ('all', ?)
     order by name for no key update`,
    [lane]
  )
  if (rows.some((row: LaneRow) => row.paused_at || row.is_waiting)) return false
  for (const row of rows as LaneRow[]) {
    const most = row.is_stopped ? 1 : row.concurrency
    if (most !== null && (await running(trx, row.name)) >= most) return false
  }
  return true
}

interface LaneRow {
  name: Lane | 'all'
  paused_at: Date | null
  concurrency: number | null
  /** By its breaker. */
  is_stopped: boolean
  /** Until the breaker lets one job through. */
  is_waiting: boolean | null
}

async function running(trx: TransactionClientContract, lane: Lane | 'all'): Promise<number> {
  const [{ total }] = await trx
    .from('jobs')
    .where('status', 'running')
    .if(lane !== 'all', (query) => query.where({ lane }))
    .count('* as total')
  return Number(total)
}

/**
 * The first in line of each kind of job (tags and version) that the worker may take. Kinds are few and each is one step
 * in an index, so that ten thousand jobs that it may not take cost no more than one.
 */
async function candidates(
  trx: TransactionClientContract,
  lane: Lane,
  { tags, payloadVersion }: Abilities
): Promise<{ id: string; rank: number }[]> {
  const { rows } = await trx.rawQuery(CANDIDATES_SQL, {
    lane,
    tags: [...tags],
    payloadVersion,
    candidates: CANDIDATES,
  })
  return rows
}

/** Named bindings: lane, tags, payloadVersion, candidates. */
export const CANDIDATES_SQL = `
  with recursive kinds as (
    (select worker_tags, payload_version from jobs where lane = :lane and ${IN_LINE}
     order by worker_tags, payload_version limit 1)
    union all
    select further.* from kinds, lateral (
      select worker_tags, payload_version from jobs where lane = :lane and ${IN_LINE}
        and (worker_tags, payload_version) > (kinds.worker_tags, kinds.payload_version)
      order by worker_tags, payload_version limit 1) further
  )
  select first.id, first.rank from kinds, lateral (
    select id, rank from jobs where lane = :lane and ${IN_LINE} and due_at <= now()
      and worker_tags = kinds.worker_tags and payload_version = kinds.payload_version
    order by rank, id limit :candidates) first
  where kinds.worker_tags <@ :tags::text[] and kinds.payload_version <= :payloadVersion
  order by first.rank, first.id limit :candidates`

async function advance(trx: TransactionClientContract, lane: Lane, rank: number) {
  await trx
    .from('lanes')
    .where('name', lane)
    .where('virtual_time', '<', rank)
    .update({ virtual_time: rank })
}
