import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { recordAudit } from '#accounts/audit'
import { tellRepairMade } from '#jobs/repair/repair_made'
import type { Actor } from '#accounts/actor'
import type { Finding, Repair } from '#jobs/repair/repair'

/** Repairs what was found, says so in the audit and counts it. @returns whether it was this call that did it */
export async function performRepair(repair: Repair, finding: Finding, by: Actor): Promise<boolean> {
  if (finding.onlyByHand || !(await repair.repair(finding))) return false
  const { subject, what, details } = finding
  const { action, kind } = repair
  logger.warn({ repair: kind, subject, ...details }, what)
  await db.transaction(async (trx) => {
    if (action) await recordAudit({ by, action, subject, details: { ...details, what } }, trx)
    await trx.rawQuery(
      `insert into repairs (kind, total, last_repair_at) values (?, 1, now())
       on conflict (kind) do update set total = repairs.total + 1, last_repair_at = now()`,
      [kind]
    )
  })
  tellRepairMade({ kind })
  return true
}

/** Whether it is time to look, for whichever process asks first. */
export async function takeTurn({ kind, everyS }: Repair): Promise<boolean> {
  if (everyS === 0) return true
  const { rowCount } = await db.rawQuery(
    `insert into repairs (kind, looked_at) values (:kind, now())
     on conflict (kind) do update set looked_at = now()
     where repairs.looked_at is null or repairs.looked_at < now() - :everyS * interval '1 second'`,
    { kind, everyS }
  )
  return rowCount > 0
}
