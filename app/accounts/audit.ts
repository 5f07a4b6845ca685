import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Actor } from '#accounts/actor'

export interface AuditEntry {
  by: Actor
  /** Verb in the past, such as `job.cancelled`. */
  action: string
  subject: { type: string; id: string | number | null }
  details?: Record<string, unknown>
}

/** Writes who did what; pass the transaction of the change so that both stand or neither does. */
export async function recordAudit(entry: AuditEntry, trx?: TransactionClientContract) {
  await (trx ?? db.connection()).table('audit').insert({
    user_id: entry.by.userId,
    actor: entry.by.name,
    via: entry.by.via,
    action: entry.action,
    subject_type: entry.subject.type,
    subject_id: entry.subject.id === null ? null : String(entry.subject.id),
    details: JSON.stringify(entry.details ?? {}),
  })
}
