import db from '@adonisjs/lucid/services/db'
import { ROWS_A_ROUND, type Finding, type Repair } from '#jobs/repair/repair'

interface WrongTally extends Finding {
  tally: { subject: string; key: string }
}

/** Kept counts that are not what rows say: nothing but a change past the triggers makes one. */
export default class WrongTallies implements Repair<WrongTally> {
  readonly kind = 'wrong_tallies'
  readonly action = 'tally.corrected'
  /** It reads every row. */
  readonly everyS = 86_400

  async find(): Promise<WrongTally[]> {
    const { rows } = await db.rawQuery(`${DIFFERENCES} limit ${ROWS_A_ROUND}`)
    return rows.map(({ subject, key, truth, told }: DifferenceRow) => ({
      subject: { type: 'tally', id: `${subject} ${key}`.slice(0, 100) },
      what: `The count of ${subject} ${key} is said to be ${told}, and there are ${truth}`,
      details: { was: told, is: truth },
      tally: { subject, key },
    }))
  }

  /** One at a time: two that saw the same difference would both make up for it. */
  async repair({ tally }: WrongTally) {
    return db.transaction(async (trx) => {
      await trx.rawQuery(`select pg_advisory_xact_lock(hashtext('wrong_tallies'))`)
      const { rowCount } = await trx.rawQuery(
        `insert into tallies (subject, key, n, bytes)
         select subject, key, truth - told, bytes from (${DIFFERENCES}) as differences
         where subject = :subject and key = :key`,
        tally
      )
      return rowCount > 0
    })
  }
}

interface DifferenceRow {
  subject: string
  key: string
  truth: number
  told: number
}

const TRUTH = `
  select 'videos' as subject, case when archived_at is null then status else 'archived' end as key,
    count(*) as n, sum(size_bytes) as bytes from videos where deletion_requested_at is null group by 2
  union all
  select 'tags', tag, count(*), 0 from videos, unnest(tags) as tag
    where archived_at is null and deletion_requested_at is null group by 2
  union all
  select 'jobs', status, count(*), 0 from jobs group by 2
  union all
  select 'failures', failure_cause, count(*), 0 from jobs where status = 'failed' group by 2
  union all
  select 'dead_letters', failure_cause, count(*), 0 from jobs
    where status = 'failed' and dismissed_at is null group by 2`

/** In one statement, so that both sides are of the same moment. */
const DIFFERENCES = `
  select subject, key, coalesce(truth.n, 0)::bigint as truth, coalesce(told.n, 0)::bigint as told,
    (coalesce(truth.bytes, 0) - coalesce(told.bytes, 0))::bigint as bytes
  from (${TRUTH}) as truth full join (
    select subject, key, sum(n) as n, sum(bytes) as bytes from tallies
    where subject in ('videos', 'tags', 'jobs', 'failures', 'dead_letters') group by subject, key
  ) as told using (subject, key)
  where coalesce(truth.n, 0) <> coalesce(told.n, 0) or coalesce(truth.bytes, 0) <> coalesce(told.bytes, 0)
  order by subject, key`
