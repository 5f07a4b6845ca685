import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { recordAudit } from '#accounts/audit'
import { ReplayRangeUnclear, ReplayTooLarge } from '#webhooks/errors'
import { LINE, WANTED } from '#webhooks/queue_deliveries'
import { TRIED_FOR_HOURS } from '#webhooks/retry_times'
import type Delivery from '#webhooks/delivery'
import type Webhook from '#webhooks/webhook'
import type { Actor } from '#accounts/actor'

const MOST_REPLAYED = 10_000

/** Events by their ids, or by when they happened; both ends are included. */
export interface ReplayRange {
  fromEvent?: number
  toEvent?: number
  from?: Date
  to?: Date
  /** Only what was given up or dismissed; else also what was delivered, and what was never queued. */
  isFailedOnly: boolean
}

const ASKED_ANEW = `status = 'pending', finished_at = null, failed_tries = 0, next_try_at = now(),
  give_up_at = now() + interval '${TRIED_FOR_HOURS} hours'`

/** Sends a delivery again, or at once what waits for its next try. Tries are counted on. */
export async function replayDelivery(delivery: Delivery, by: Actor): Promise<Delivery> {
  await db.transaction(async (trx) => {
    await trx.rawQuery(`update webhook_deliveries set ${ASKED_ANEW} where id = ?`, [delivery.id])
    await tellDeliverers(trx)
    const subject = { type: 'webhook', id: delivery.webhookId }
    const details = { deliveryId: delivery.id, eventId: delivery.eventId }
    await recordAudit({ by, action: 'webhook.replayed', subject, details }, trx)
  })
  return delivery.refresh()
}

/**
 * Sends again what the webhook wants of a range of events, in order; what waits anyhow is left alone.
 *
 * @returns how many are sent
 * @throws ReplayRangeUnclear, ReplayTooLarge
 */
export async function replayRange(
  webhook: Webhook,
  range: ReplayRange,
  by: Actor
): Promise<number> {
  const [where, bindings] = conditionOf(range)
  return db.transaction(async (trx) => {
    const { rows } = await trx.rawQuery(
      `select e.id from events e join webhooks w on w.id = :webhookId and ${WANTED}
       where ${where} and ${range.isFailedOnly ? GIVEN_UP : 'true'}
       order by e.id limit ${MOST_REPLAYED + 1}`,
      { ...bindings, webhookId: webhook.id }
    )
    if (rows.length > MOST_REPLAYED) throw new ReplayTooLarge(MOST_REPLAYED)
    const replayed = await queueAnew(trx, webhook.id, rows)
    const subject = { type: 'webhook', id: webhook.id }
    const details = { ...bindings, replayed }
    await recordAudit({ by, action: 'webhook.replayed', subject, details }, trx)
    return replayed
  })
}

const GIVEN_UP = `exists (select from webhook_deliveries d
  where d.webhook_id = w.id and d.event_id = e.id and d.status in ('failed', 'dismissed'))`

async function queueAnew(
  trx: TransactionClientContract,
  webhookId: number,
  events: { id: number }[]
): Promise<number> {
  const { rowCount } = await trx.rawQuery(
    `insert into webhook_deliveries as d (webhook_id, event_id, line, give_up_at)
     select ?, e.id, ${LINE}, now() + interval '${TRIED_FOR_HOURS} hours'
     from events e where e.id = any(?::bigint[]) order by e.id
     on conflict (webhook_id, event_id) do update set ${ASKED_ANEW} where d.status <> 'pending'`,
    [webhookId, events.map(({ id }) => id)]
  )
  return rowCount
}

function conditionOf(range: ReplayRange): [string, Record<string, number | string>] {
  const isById = range.fromEvent !== undefined || range.toEvent !== undefined
  return isById ? conditionById(range) : conditionByTime(range)
}

/** One end alone is one event. */
function conditionById({ fromEvent, toEvent }: ReplayRange): [string, Record<string, number>] {
  const first = fromEvent ?? toEvent!
  const last = toEvent ?? fromEvent!
  if (first > last) throw new ReplayRangeUnclear(`Event ${first} is after event ${last}`)
  return ['e.id between :first and :last', { first, last }]
}

/** Without an end it is until now. */
function conditionByTime({ from, to }: ReplayRange): [string, Record<string, string>] {
  if (!from) throw new ReplayRangeUnclear('It is not said which events')
  const until = to ?? new Date()
  const isWrong = [from, until].some((time) => Number.isNaN(time.getTime()))
  if (isWrong) throw new ReplayRangeUnclear('There is no such time')
  if (from > until) throw new ReplayRangeUnclear('The range ends before it begins')
  const bindings = { since: from.toISOString(), until: until.toISOString() }
  return ['e.created_at between :since and :until', bindings]
}

/** A changed row wakes nobody by itself. */
async function tellDeliverers(trx: TransactionClientContract): Promise<void> {
  await trx.rawQuery(`select pg_notify('webhook_deliveries', '')`)
}
