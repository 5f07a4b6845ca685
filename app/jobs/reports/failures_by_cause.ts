import db from '@adonisjs/lucid/services/db'

export interface CauseCount {
  cause: string
  jobs: number
}

/** Jobs that stand as failed now, by cause, the most frequent first. */
export async function failuresByCause(): Promise<CauseCount[]> {
  const { rows } = await db.rawQuery(
    `select failure_cause as cause, count(*) as jobs from jobs where status = 'failed'
     group by failure_cause order by jobs desc, cause`
  )
  return rows
}
