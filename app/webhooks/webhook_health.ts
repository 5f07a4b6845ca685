import db from '@adonisjs/lucid/services/db'

/** More deliveries that wait than this are not counted. */
const COUNTED = 10_000

export interface WebhookHealth {
  /** Those that are on, and take what they are sent or fail at the moment. */
  healthy: number
  failing: number
  /** Those that Mediakeep turned off because they took nothing for days. */
  stopped: number
  /** Deliveries, 10,000 at most. */
  waiting: number
}

/** How webhooks are, at a cost that does not grow with what waits for them. */
export async function webhookHealth(): Promise<WebhookHealth> {
  const { rows } = await db.rawQuery(
    `select count(*) filter (where is_enabled and failing_since is null) as healthy,
       count(*) filter (where is_enabled and failing_since is not null) as failing,
       count(*) filter (where stopped_at is not null) as stopped,
       (select count(*) from (
         select from webhook_deliveries where status = 'pending' limit ?) as line) as waiting
     from webhooks`,
    [COUNTED]
  )
  return rows[0]
}
