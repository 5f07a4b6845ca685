import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { TRIED_FOR_HOURS } from '#webhooks/retry_times'

/** Events of one transaction. */
const MOST_AT_ONCE = 1_000

/**
 * Queues a delivery for each webhook that wants an event, from where the last call ended. Any number of processes may
 * call it at once; they take turns.
 *
 * @returns whether there were events
 */
export async function queueDeliveries(): Promise<boolean> {
  let wereAny = false
  while (await isBehind()) {
    await db.transaction(queueSome)
    wereAny = true
  }
  return wereAny
}

/** Asked without a lock: nearly always there is nothing. */
async function isBehind(): Promise<boolean> {
  const { rows } = await db.rawQuery(
    `select exists (select from events where id > (select event_id from webhook_cursor)) as "isBehind"`
  )
  return rows[0].isBehind
}

/** Ids of events rise with commits, so what is behind the cursor is done with for good. */
async function queueSome(trx: TransactionClientContract): Promise<void> {
  const { event_id: from } = await trx.from('webhook_cursor').forUpdate().first()
  const { rows } = await trx.rawQuery(
    `select max(id) as upto from (
       select id from events where id > ? order by id limit ${MOST_AT_ONCE}) as next`,
    [from]
  )
  const upTo = rows[0].upto
  if (upTo === null) return
  await trx.rawQuery(
    `insert into webhook_deliveries (webhook_id, event_id, line, give_up_at)
     select w.id, e.id, ${LINE}, now() + interval '${TRIED_FOR_HOURS} hours'
     from events e join webhooks w on ${WANTED}
     where w.is_enabled and w.created_at <= e.created_at and e.id > :from and e.id <= :upTo
     order by e.id on conflict do nothing`,
    { from, upTo }
  )
  await trx.from('webhook_cursor').update({ event_id: upTo })
}

/** What goes out in order: all of a video, all of a batch. */
export const LINE = `coalesce('video:' || e.video_id, 'batch:' || e.batch_id, 'event:' || e.id)`

/** Whether the webhook `w` wants the event `e`; tests are sent by whoever presses the button. */
export const WANTED = `e.type <> 'webhook.test' and (w.event_types = '{*}' or e.type = any(w.event_types))`
