import db from '@adonisjs/lucid/services/db'

/** Longer than a try may take. Who vanished meanwhile holds nothing after it. */
const LEASE_S = 30
/** At once to one webhook, over all processes: as many as a receiver may be expected to bear. */
const AT_ONCE = 6
/** One that failed so often in a row gets one at a time, until it takes one. */
const CAUTIOUS_FROM = 5

/** The right to send one delivery once. */
export interface DeliveryLease {
  id: number
  webhookId: number
  eventId: number
  /** Of this try; counted when it is begun. */
  attempt: number
  /** Tries that failed since it was asked for. */
  failedTries: number
  token: number
}

interface ClaimedRow extends DeliveryLease {
  wasLost: boolean
}

/**
 * Takes deliveries that are due, at most so many, each for this process alone. Of one line (a video, say) only the
 * oldest that is not over is ever taken.
 */
export async function claimDeliveries(atMost: number): Promise<DeliveryLease[]> {
  const { rows } = await db.rawQuery(CLAIM, { atMost })
  const claimed: ClaimedRow[] = rows
  await tellLost(claimed.filter(({ wasLost }) => wasLost))
  return claimed.map(({ wasLost, ...lease }) => lease)
}

const FREE = '(d.lease_expires_at is null or d.lease_expires_at <= now())'

/**
 * Looked up by its index for each row: said as "there is no earlier one" it is planned as a join, and where the planner
 * knows nothing of the table yet, as a quadratic one.
 */
const OLDEST_OF_LINE = `(
  select oldest.event_id from webhook_deliveries oldest
  where oldest.webhook_id = d.webhook_id and oldest.line = d.line and oldest.status = 'pending'
  order by oldest.event_id limit 1)`

const CLAIM = `
  with room as (
    select w.id, case when w.failure_count >= ${CAUTIOUS_FROM} then 1 else ${AT_ONCE} end - (
      select count(*) from webhook_deliveries l where l.webhook_id = w.id and l.lease_expires_at > now()) as free
    from webhooks w where w.is_enabled
  ), due as (
    select d.id, d.lease_expires_at is not null as was_lost
    from room cross join lateral (
      select d.id, d.lease_expires_at from webhook_deliveries d
      where d.webhook_id = room.id and d.status = 'pending' and d.next_try_at <= now() and ${FREE}
        and d.event_id = ${OLDEST_OF_LINE}
      order by d.next_try_at, d.event_id limit greatest(room.free, 0)
      for update skip locked
    ) as d
    limit :atMost
  )
  update webhook_deliveries d
  set lease_token = lease_token + 1, lease_expires_at = now() + interval '${LEASE_S} seconds',
    attempt_count = attempt_count + 1
  from due where d.id = due.id
  returning d.id, d.webhook_id as "webhookId", d.event_id as "eventId", d.attempt_count as attempt,
    d.failed_tries as "failedTries", d.lease_token as token, due.was_lost as "wasLost"`

/** The try before was begun by a process that vanished: whether it arrived nobody knows. */
async function tellLost(claimed: ClaimedRow[]): Promise<void> {
  if (claimed.length === 0) return
  const rows = claimed.map(({ id, attempt }) => ({
    ...{ delivery_id: id, number: attempt - 1 },
    ...{
      error_code: 'SENDER_VANISHED',
      error: 'The process that sent it vanished: it is sent again',
    },
  }))
  await db.knexQuery().table('webhook_attempts').insert(rows).onConflict().ignore()
}

/**
 * When the next delivery of a webhook is due, or the lease on one ends; null where none waits. Those behind another of
 * their line are due when that one is over.
 */
export async function nextDueInMs(): Promise<number | null> {
  const { rows } = await db.rawQuery(
    `select extract(epoch from min(due.at) - now()) * 1000 as ms
     from webhooks w cross join lateral (
       select greatest(d.next_try_at, d.lease_expires_at) as at from webhook_deliveries d
       where d.webhook_id = w.id and d.status = 'pending' and d.next_try_at > now()
       order by d.next_try_at limit 1) as due
     where w.is_enabled`
  )
  return rows[0].ms === null ? null : Math.max(0, Number(rows[0].ms))
}
