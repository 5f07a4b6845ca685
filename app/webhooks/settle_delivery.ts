import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { mediakeep } from '#accounts/actor'
import { recordAudit } from '#accounts/audit'
import { tellDeliveryTried } from '#webhooks/delivery_tried'
import { pauseS } from '#webhooks/retry_times'
import type { Answer } from '#webhooks/send_delivery'
import type { DeliveryLease } from '#webhooks/claim_deliveries'

export interface SettleRules {
  /** A webhook that took nothing for so long is turned off; null: what comes of it says nothing about the webhook. */
  stopAfterDays: number | null
}

/**
 * Keeps what came of a try: the delivery is over, or waits for its next one.
 *
 * @returns false where the lease was lost meanwhile; nothing is kept then
 */
export async function settleDelivery(
  lease: DeliveryLease,
  answer: Answer,
  rules: SettleRules
): Promise<boolean> {
  const row = await db.transaction((trx) => settle(trx, { lease, answer, rules }))
  if (row) tellDeliveryTried({ status: row.status === 'pending' ? 'retried' : row.status })
  return row !== null
}

interface Settling {
  lease: DeliveryLease
  answer: Answer
  rules: SettleRules
}

async function settle(
  trx: TransactionClientContract,
  { lease, answer, rules }: Settling
): Promise<SettledRow | null> {
  const isTaken = answer.errorCode === null
  const row = isTaken ? await take(trx, lease) : await putOff(trx, lease, answer)
  if (!row) return null
  await keepAttempt(trx, lease, answer)
  if (row.status === 'pending') await holdLine(trx, row)
  else await letNextGo(trx, { webhookId: lease.webhookId, line: row.line })
  const { stopAfterDays } = rules
  if (stopAfterDays === null) return row
  await (isTaken ? noteHealth(trx, lease) : noteFailure(trx, lease, { answer, stopAfterDays }))
  return row
}

interface SettledRow {
  webhook_id: number
  event_id: number
  line: string
  status: 'pending' | 'delivered' | 'failed'
  next_try_at: Date
}

function update(trx: TransactionClientContract, lease: DeliveryLease, set: string) {
  return trx
    .rawQuery(
      `update webhook_deliveries set lease_expires_at = null, ${set}
       where id = ? and lease_token = ? and status = 'pending'
       returning webhook_id, event_id, line, status, next_try_at`,
      [lease.id, lease.token]
    )
    .then(({ rows }): SettledRow | undefined => rows[0])
}

function take(trx: TransactionClientContract, lease: DeliveryLease) {
  return update(trx, lease, `status = 'delivered', finished_at = now()`)
}

/** To the next try, or given up where that would come too late. */
function putOff(trx: TransactionClientContract, lease: DeliveryLease, answer: Answer) {
  const next = `now() + interval '${pauseS(lease.failedTries + 1, answer.retryAfterS)} seconds'`
  return update(
    trx,
    lease,
    `failed_tries = failed_tries + 1, next_try_at = ${next},
     status = case when ${next} > give_up_at then 'failed' else 'pending' end,
     finished_at = case when ${next} > give_up_at then now() end`
  )
}

async function keepAttempt(trx: TransactionClientContract, lease: DeliveryLease, answer: Answer) {
  await trx.table('webhook_attempts').insert({
    ...{ delivery_id: lease.id, number: lease.attempt, duration_ms: answer.durationMs },
    request_headers: JSON.stringify(answer.requestHeaders),
    ...{ status: answer.status, response_body: answer.responseBody },
    response_headers: answer.responseHeaders && JSON.stringify(answer.responseHeaders),
    ...{ is_body_cut: answer.isBodyCut, error_code: answer.errorCode, error: answer.error },
  })
}

/** Those behind it need not be looked at before it is tried again. */
async function holdLine(trx: TransactionClientContract, head: SettledRow): Promise<void> {
  await trx
    .from('webhook_deliveries')
    .where({ webhook_id: head.webhook_id, line: head.line, status: 'pending' })
    .where('event_id', '>', head.event_id)
    .where('next_try_at', '<', head.next_try_at)
    .update({ next_try_at: head.next_try_at })
}

/** The oldest of a line that still waits is due at once. */
export async function letNextGo(
  trx: TransactionClientContract,
  of: { webhookId: number; line: string }
): Promise<void> {
  await trx.rawQuery(
    `update webhook_deliveries set next_try_at = now()
     where next_try_at > now() and attempt_count = 0 and id = (
       select id from webhook_deliveries
       where webhook_id = :webhookId and line = :line and status = 'pending' order by event_id limit 1)`,
    of
  )
}

async function noteHealth(trx: TransactionClientContract, { webhookId }: DeliveryLease) {
  await trx
    .from('webhooks')
    .where('id', webhookId)
    .where('failure_count', '>', 0)
    .update({ failing_since: null, failure_count: 0 })
}

async function noteFailure(
  trx: TransactionClientContract,
  { webhookId }: DeliveryLease,
  { answer, stopAfterDays }: { answer: Answer; stopAfterDays: number }
): Promise<void> {
  const { rows } = await trx.rawQuery(
    `update webhooks set failing_since = coalesce(failing_since, now()), failure_count = failure_count + 1
     where id = :webhookId
     returning failing_since <= now() - make_interval(days => :days) as "isTooLong", failure_count as failures`,
    { webhookId, days: stopAfterDays }
  )
  if (rows.length === 0) return
  const { isTooLong, failures } = rows[0] as { isTooLong: boolean; failures: number }
  const tooLong = `It took nothing for ${stopAfterDays} days, in ${failures} tries`
  if (answer.isGone) await stop(trx, webhookId, 'It answered 410 Gone')
  else if (isTooLong) await stop(trx, webhookId, `${tooLong}; the last time: ${answer.error}`)
}

/** Until somebody turns it on again. */
async function stop(trx: TransactionClientContract, webhookId: number, reason: string) {
  const stopped = await trx
    .from('webhooks')
    .where({ id: webhookId, is_enabled: true })
    .update({ is_enabled: false, stopped_at: trx.raw('now()'), stop_reason: reason })
  if (Number(stopped) === 0) return
  const subject = { type: 'webhook', id: webhookId }
  const entry = { by: mediakeep('system'), action: 'webhook.stopped', subject, details: { reason } }
  await recordAudit(entry, trx)
}
