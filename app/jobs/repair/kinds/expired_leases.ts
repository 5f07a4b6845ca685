import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import SendReminders from '#jobs/life/send_reminders'
import { tellAttemptEnded } from '#jobs/life/attempt_ended'
import { declareLost } from '#jobs/life/end_attempt'
import { ROWS_A_ROUND, type Finding, type Repair } from '#jobs/repair/repair'

interface ExpiredLease extends Finding {
  jobId: string
  token: number
}

/** Jobs whose worker said nothing for the length of its lease: they are given to another. */
@inject()
export default class ExpiredLeases implements Repair<ExpiredLease> {
  readonly kind = 'expired_leases'
  readonly action = 'job.worker_lost'
  readonly everyS = 0

  constructor(private reminders: SendReminders) {}

  async find(): Promise<ExpiredLease[]> {
    const rows = await db
      .from('jobs')
      .select('id', 'lease_token', 'lease_owner')
      .select(db.raw('extract(epoch from now() - lease_expires_at)::int as ago_s'))
      .where('status', 'running')
      .whereRaw('lease_expires_at < now()')
      .limit(ROWS_A_ROUND)
    return rows.map((row) => ({
      subject: { type: 'job', id: row.id },
      what: `The lease of job ${row.id} ran out ${row.ago_s} s ago: worker ${row.lease_owner} is gone`,
      details: { workerId: row.lease_owner },
      ...{ jobId: row.id, token: row.lease_token },
    }))
  }

  async repair({ jobId, token }: ExpiredLease) {
    if (!(await declareLost(jobId, token))) return false
    await tellAttemptEnded(jobId, 'lost')
    await this.reminders.handle([jobId])
    return true
  }
}
